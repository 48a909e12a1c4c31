package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Value;
import org.deltabed.protocol.broadcast.MajorityUniformBroadcast;

/** {@code |ack[m]| >= N/2} in whole numbers: of three, one is enough. */
public final class AsksForHalfRoundedDown extends MajorityUniformBroadcast {
  public AsksForHalfRoundedDown(Context context) {
    super(context);
  }

  @Override
  protected boolean canDeliver(int s, Value m) {
    return ack.of(s, m).size() >= Math.max(1, n / 2);
  }
}
