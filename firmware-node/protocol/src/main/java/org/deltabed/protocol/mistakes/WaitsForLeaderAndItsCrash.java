package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.agreement.UniformHierarchicalConsensus;

/** X02: a round ends when its leader is delivered <em>and</em> detected, where the page says or. */
public final class WaitsForLeaderAndItsCrash extends UniformHierarchicalConsensus {
  public WaitsForLeaderAndItsCrash(Context context) {
    super(context);
  }

  @Override
  protected boolean roundIsOver() {
    return round <= n && delivered.contains(round) && suspected.contains(round);
  }
}
