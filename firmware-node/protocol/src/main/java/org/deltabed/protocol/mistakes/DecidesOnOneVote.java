package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.agreement.MajorityVotingConsensus;

/** Decides when one process of a majority voted for a value in the second step. */
public final class DecidesOnOneVote extends MajorityVotingConsensus {
  public DecidesOnOneVote(Context context) {
    super(context);
  }

  @Override
  protected boolean isDecided() {
    return true;
  }
}
