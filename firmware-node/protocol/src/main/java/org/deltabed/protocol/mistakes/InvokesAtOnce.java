package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.memory.SequentialClient;

/** Invokes an operation while another is open. */
public final class InvokesAtOnce extends SequentialClient {
  public InvokesAtOnce(Context context) {
    super(context);
  }

  @Override
  protected boolean mayInvoke() {
    return true;
  }
}
