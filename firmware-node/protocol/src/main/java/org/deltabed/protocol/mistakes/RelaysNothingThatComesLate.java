package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.broadcast.LazyReliableBroadcast;

/** Relays when a crash is detected, and not what comes from the crashed process after that. */
public final class RelaysNothingThatComesLate extends LazyReliableBroadcast {
  public RelaysNothingThatComesLate(Context context) {
    super(context);
  }

  @Override
  protected boolean hasCrashed(int p) {
    return false;
  }
}
