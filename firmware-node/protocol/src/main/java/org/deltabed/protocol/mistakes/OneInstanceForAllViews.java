package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.View;
import org.deltabed.protocol.membership.GroupMembership;

/** Proposes every view to the same consensus, as the page has it, which decides one and no more. */
public final class OneInstanceForAllViews extends GroupMembership {
  public OneInstanceForAllViews(Context context) {
    super(context);
  }

  @Override
  protected int instanceOf(View proposed) {
    return 1;
  }
}
