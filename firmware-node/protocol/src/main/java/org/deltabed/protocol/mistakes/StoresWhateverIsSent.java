package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.SignedWrite;
import org.deltabed.protocol.register.ByzantineRegularRegister;

/** The page's {@code if ts' > ts}, which stores a write whose signature nobody accepts. */
public final class StoresWhateverIsSent extends ByzantineRegularRegister {
  public StoresWhateverIsSent(Context context) {
    super(context);
  }

  @Override
  protected boolean mayStore(SignedWrite write) {
    return true;
  }
}
