package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.broadcast.AuthenticatedEchoBroadcast;

/** Echoes whatever the sender sends, and not its first message only. */
public final class EchoesEverySend extends AuthenticatedEchoBroadcast {
  public EchoesEverySend(Context context) {
    super(context);
  }

  @Override
  protected boolean mayEcho() {
    return true;
  }
}
