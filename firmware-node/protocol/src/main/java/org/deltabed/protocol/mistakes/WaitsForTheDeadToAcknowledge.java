package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.broadcast.AllAckUniformBroadcast;

/** Waits for everybody, also for those that are detected. */
public final class WaitsForTheDeadToAcknowledge extends AllAckUniformBroadcast {
  public WaitsForTheDeadToAcknowledge(Context context) {
    super(context);
  }

  @Override
  protected void crash(int p) {}
}
