package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Data;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.broadcast.SignedRelayBroadcast;

/** Takes any signature for good. */
public final class PassesOnUnverified extends SignedRelayBroadcast {
  public PassesOnUnverified(Context context) {
    super(context);
  }

  @Override
  protected boolean isSigned(Data message, Value signature) {
    return true;
  }
}
