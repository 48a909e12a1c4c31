package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.agreement.UniformHierarchicalConsensus;

/** Decides at the end of round n-1: whoever leads last will hear no more, it seems. */
public final class DecidesRoundEarly extends UniformHierarchicalConsensus {
  public DecidesRoundEarly(Context context) {
    super(context);
  }

  @Override
  protected boolean isLastRound() {
    return round >= n - 1 && currentProposal != null;
  }
}
