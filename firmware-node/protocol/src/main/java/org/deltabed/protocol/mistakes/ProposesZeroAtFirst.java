package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Num;
import org.deltabed.protocol.agreement.UniformHierarchicalConsensus;

/** Begins with 0 where the page has nil, so a leader that was not asked yet speaks for 0. */
public final class ProposesZeroAtFirst extends UniformHierarchicalConsensus {
  public ProposesZeroAtFirst(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    super.init();
    currentProposal = new Num(0);
  }
}
