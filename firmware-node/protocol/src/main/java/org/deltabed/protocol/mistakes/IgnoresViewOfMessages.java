package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.InView;
import org.deltabed.protocol.membership.ConsensusViewSynchrony;

/** Delivers a message in whatever view it comes, the page's {@code view.id = viewId} left out. */
public final class IgnoresViewOfMessages extends ConsensusViewSynchrony {
  public IgnoresViewOfMessages(Context context) {
    super(context);
  }

  @Override
  protected void bebDeliver(int src, InView data) {
    super.bebDeliver(src, new InView(view.id(), data.message()));
  }
}
