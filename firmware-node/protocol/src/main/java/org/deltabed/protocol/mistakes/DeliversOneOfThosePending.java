package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.WithVector;
import org.deltabed.protocol.broadcast.WaitingCausalBroadcast;

/** 8.2, literally: {@code if} there is one that can be delivered, not {@code while}. */
public final class DeliversOneOfThosePending extends WaitingCausalBroadcast {
  public DeliversOneOfThosePending(Context context) {
    super(context);
  }

  @Override
  protected void rbDeliver(int p, WithVector message) {
    super.rbDeliver(p, message);
    deliverPending();
  }

  @Override
  protected boolean guards() {
    return false;
  }
}
