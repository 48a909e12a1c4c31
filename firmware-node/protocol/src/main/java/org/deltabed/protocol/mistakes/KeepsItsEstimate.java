package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Value;
import org.deltabed.protocol.agreement.MajorityVotingConsensus;

/** Keeps its own estimate where nobody voted for a value: who disagrees does so for ever. */
public final class KeepsItsEstimate extends MajorityVotingConsensus {
  public KeepsItsEstimate(Context context) {
    super(context);
  }

  @Override
  protected Value otherwise() {
    return estimate;
  }
}
