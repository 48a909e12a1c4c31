package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Value;
import org.deltabed.protocol.agreement.TotalOrderConsensus;

/** Decides the first message of its own, which is not the first for all. */
public final class DecidesOwnMessage extends TotalOrderConsensus {
  public DecidesOwnMessage(Context context) {
    super(context);
  }

  @Override
  protected void tobDeliver(int p, Value v) {
    if (p == self) {
      super.tobDeliver(p, v);
    }
  }
}
