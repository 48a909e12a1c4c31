package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.SignedWrite;
import org.deltabed.protocol.register.ByzantineRegularRegister;

/** Takes every signature for good, of a write and of an answer to a read. */
public final class StoresUnsigned extends ByzantineRegularRegister {
  public StoresUnsigned(Context context) {
    super(context);
  }

  @Override
  protected boolean isGood(SignedWrite write) {
    return true;
  }
}
