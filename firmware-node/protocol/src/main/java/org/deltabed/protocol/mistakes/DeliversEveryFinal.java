package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.broadcast.SignedEchoBroadcast;

/** Delivers with every FINAL that is good, and not with the first only. */
public final class DeliversEveryFinal extends SignedEchoBroadcast {
  public DeliversEveryFinal(Context context) {
    super(context);
  }

  @Override
  protected boolean mayDeliver() {
    return true;
  }
}
