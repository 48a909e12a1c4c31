package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.InView;
import org.deltabed.protocol.membership.ConsensusViewSynchrony;

/** Drops a message of a view that it has not installed yet, as the page has it. */
public final class DropsNextView extends ConsensusViewSynchrony {
  public DropsNextView(Context context) {
    super(context);
  }

  @Override
  protected void bebDeliver(int src, InView data) {
    if (data.id() == view.id()) {
      super.bebDeliver(src, data);
    }
  }
}
