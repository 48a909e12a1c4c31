package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.NewView;
import org.deltabed.protocol.View;
import org.deltabed.protocol.membership.GroupMembership;

/** Has two lines in the wrong order: indicates the view, then assigns it. */
public final class IndicatesViewBefore extends GroupMembership {
  public IndicatesViewBefore(Context context) {
    super(context);
  }

  @Override
  protected void install(View next) {
    trigger(new NewView(view));
    view = next;
    waiting = false;
  }
}
