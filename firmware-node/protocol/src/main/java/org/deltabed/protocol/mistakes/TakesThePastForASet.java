package org.deltabed.protocol.mistakes;

import java.util.List;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.broadcast.NoWaitingCausalBroadcast;

/** Goes through the past in an order that a set may have: here from its end. */
public final class TakesThePastForASet extends NoWaitingCausalBroadcast {
  public TakesThePastForASet(Context context) {
    super(context);
  }

  @Override
  protected List<Value> missed(List<Value> pastOfM) {
    return pastOfM.reversed();
  }
}
