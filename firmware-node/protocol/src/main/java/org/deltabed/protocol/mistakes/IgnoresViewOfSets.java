package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Flush;
import org.deltabed.protocol.membership.ConsensusViewSynchrony;

/** Takes a set of whatever view for one of this view, as the page has it. */
public final class IgnoresViewOfSets extends ConsensusViewSynchrony {
  public IgnoresViewOfSets(Context context) {
    super(context);
  }

  @Override
  protected void bebDeliver(int src, Flush flush) {
    put(src, flush);
  }
}
