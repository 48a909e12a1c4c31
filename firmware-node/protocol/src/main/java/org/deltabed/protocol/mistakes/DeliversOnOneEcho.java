package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.broadcast.AuthenticatedEchoBroadcast;

/** Takes the first echo for what the sender said, whoever sent it. */
public final class DeliversOnOneEcho extends AuthenticatedEchoBroadcast {
  public DeliversOnOneEcho(Context context) {
    super(context);
  }

  @Override
  protected boolean isQuorum(int processes) {
    return processes > 0;
  }
}
