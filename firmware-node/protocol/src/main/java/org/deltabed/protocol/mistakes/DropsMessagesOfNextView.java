package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.InView;
import org.deltabed.protocol.membership.TerminatingViewSynchrony;

/** As {@link DropsNextView}, in view synchrony from terminating reliable broadcast. */
public final class DropsMessagesOfNextView extends TerminatingViewSynchrony {
  public DropsMessagesOfNextView(Context context) {
    super(context);
  }

  @Override
  protected void bebDeliver(int src, InView data) {
    if (data.id() == view.id()) {
      super.bebDeliver(src, data);
    }
  }
}
