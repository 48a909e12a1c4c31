package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.broadcast.AuthenticatedEchoBroadcast;

/** Waits for the echoes of all, and a Byzantine process need not send one. */
public final class WaitsForEveryEcho extends AuthenticatedEchoBroadcast {
  public WaitsForEveryEcho(Context context) {
    super(context);
  }

  @Override
  protected boolean isQuorum(int processes) {
    return processes == n;
  }
}
