package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.membership.ConsensusViewSynchrony;

/** Proposes every change of view to the same consensus, as the page has it, which decides one. */
public final class OneInstanceForAllChanges extends ConsensusViewSynchrony {
  public OneInstanceForAllChanges(Context context) {
    super(context);
  }

  @Override
  protected int instanceOf(int id) {
    return 1;
  }
}
