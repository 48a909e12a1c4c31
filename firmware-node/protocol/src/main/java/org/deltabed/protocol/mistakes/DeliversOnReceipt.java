package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.SenderFailed;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.agreement.TerminatingReliableBroadcast;

/**
 * X11: delivers the message as it comes, past consensus, and what is decided only where none came.
 */
public final class DeliversOnReceipt extends TerminatingReliableBroadcast {
  public DeliversOnReceipt(Context context) {
    super(context);
  }

  @Override
  protected void bebDeliver(Value m) {
    super.bebDeliver(m);
    trigger(new Deliver(src(index, n), m));
  }

  @Override
  protected void decide(Value decision) {
    if (prop == null || prop.equals(new SenderFailed())) {
      prop = decision;
      super.decide(decision);
    }
  }
}
