package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.broadcast.AuthenticatedEchoBroadcast;

/** A quorum of 2⌊(n-1)/3⌋ + 1, which is one only where n = 3f + 1. */
public final class TakesTwoThirdsForAQuorum extends AuthenticatedEchoBroadcast {
  public TakesTwoThirdsForAQuorum(Context context) {
    super(context);
  }

  @Override
  protected boolean isQuorum(int processes) {
    return processes >= 2 * ((n - 1) / 3) + 1;
  }
}
