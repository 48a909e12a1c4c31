package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Data;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.broadcast.SignedRelayBroadcast;

/** Verifies every signature with its own key: that of nobody else is good. */
public final class VerifiesWithItsOwnKey extends SignedRelayBroadcast {
  public VerifiesWithItsOwnKey(Context context) {
    super(context);
  }

  @Override
  protected boolean isSigned(Data message, Value signature) {
    return crypto.verifySignature(self, message, signature);
  }
}
