package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Value;
import org.deltabed.protocol.agreement.HierarchicalConsensus;

/**
 * X01: takes a value from a lower rank after one from a higher rank; departure 2 of C1 is missing.
 */
public final class AdoptsFromLowerRank extends HierarchicalConsensus {
  public AdoptsFromLowerRank(Context context) {
    super(context);
  }

  @Override
  protected void bebDeliver(int p, Value value) {
    if (p < round) {
      currentProposal = value;
      return;
    }
    super.bebDeliver(p, value);
  }
}
