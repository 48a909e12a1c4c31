package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.membership.ConsensusViewSynchrony;

/**
 * X10: a view is installed before all flush messages are in. Proposes the next view with its own
 * set and those that happen to be there.
 */
public final class InstallsBeforeAllFlushes extends ConsensusViewSynchrony {
  public InstallsBeforeAllFlushes(Context context) {
    super(context);
  }

  @Override
  protected boolean isToPropose() {
    return blocked && !proposed && dset.senders().contains(self);
  }
}
