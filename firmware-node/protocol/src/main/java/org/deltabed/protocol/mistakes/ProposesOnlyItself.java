package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.View;
import org.deltabed.protocol.membership.GroupMembership;

/** Proposes a view of nobody but itself: whoever else is there may come back by itself. */
public final class ProposesOnlyItself extends GroupMembership {
  public ProposesOnlyItself(Context context) {
    super(context);
  }

  @Override
  protected View proposal() {
    return new View(view.id() + 1, ProcessSet.of(self));
  }
}
