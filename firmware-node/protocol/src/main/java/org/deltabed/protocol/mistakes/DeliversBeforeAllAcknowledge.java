package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Value;
import org.deltabed.protocol.broadcast.AllAckUniformBroadcast;

/** Delivers upon the first copy, as a regular reliable broadcast does. */
public final class DeliversBeforeAllAcknowledge extends AllAckUniformBroadcast {
  public DeliversBeforeAllAcknowledge(Context context) {
    super(context);
  }

  @Override
  protected boolean canDeliver(int source, Value m) {
    return !ack.of(source, m).isEmpty();
  }
}
