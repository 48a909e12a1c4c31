package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Value;
import org.deltabed.protocol.broadcast.MessageSet;
import org.deltabed.protocol.broadcast.TotalOrderBroadcast;

/** Delivers what any instance of consensus decides, as it comes. */
public final class TakesAnyDecisionForTheNext extends TotalOrderBroadcast {
  public TakesAnyDecisionForTheNext(Context context) {
    super(context);
  }

  @Override
  protected void decide(int instance, Value decided) {
    deliver(MessageSet.of(decided));
  }
}
