package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Value;
import org.deltabed.protocol.agreement.HierarchicalConsensus;

/**
 * X01: takes a value from a lower rank after one from a higher rank. Whatever comes is adopted as
 * it comes, where the page asks that its sender lead the round ({@code p_round}), and the book that
 * {@code rank > proposer}.
 */
public final class AdoptsFromLowerRank extends HierarchicalConsensus {
  public AdoptsFromLowerRank(Context context) {
    super(context);
  }

  @Override
  protected void bebDeliver(int p, Value value) {
    currentProposal = value;
    delivered = delivered.with(p);
  }
}
