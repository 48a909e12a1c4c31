package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Value;
import org.deltabed.protocol.broadcast.MessageSet;
import org.deltabed.protocol.broadcast.TotalOrderBroadcast;

/** Delivers what comes, as a set of one, without asking the others. */
public final class DeliversWithoutAgreement extends TotalOrderBroadcast {
  public DeliversWithoutAgreement(Context context) {
    super(context);
  }

  @Override
  protected void rbDeliver(int source, Value m) {
    deliver(MessageSet.EMPTY.with(source, m));
  }
}
