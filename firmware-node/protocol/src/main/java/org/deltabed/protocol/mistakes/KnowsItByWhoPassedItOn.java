package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Data;
import org.deltabed.protocol.broadcast.SignedRelayBroadcast;

/** Remembers a message with who passed it on, so that it is new when another does. */
public final class KnowsItByWhoPassedItOn extends SignedRelayBroadcast {
  public KnowsItByWhoPassedItOn(Context context) {
    super(context);
  }

  @Override
  protected Data identity(int by, Data message) {
    return new Data(by, message);
  }
}
