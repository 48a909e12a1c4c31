package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Value;
import org.deltabed.protocol.broadcast.MajorityUniformBroadcast;

/** Notes what comes and does not broadcast it again, so that nobody gets a majority. */
public final class AcknowledgesNothing extends MajorityUniformBroadcast {
  public AcknowledgesNothing(Context context) {
    super(context);
  }

  @Override
  protected void relayIfNew(int s, Value m) {
    pending = pending.with(s, m);
  }
}
