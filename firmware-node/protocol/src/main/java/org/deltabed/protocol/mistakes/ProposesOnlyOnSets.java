package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Flush;
import org.deltabed.protocol.membership.ConsensusViewSynchrony;

/**
 * Asks whether all sets are in only when one comes, as the page has it, and not when one is no
 * longer owed.
 */
public final class ProposesOnlyOnSets extends ConsensusViewSynchrony {
  public ProposesOnlyOnSets(Context context) {
    super(context);
  }

  @Override
  protected void bebDeliver(int src, Flush flush) {
    super.bebDeliver(src, flush);
    if (super.isToPropose()) {
      ucPropose();
    }
  }

  @Override
  protected boolean isToPropose() {
    return false;
  }
}
