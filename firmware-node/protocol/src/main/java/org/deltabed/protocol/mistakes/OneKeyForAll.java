package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.Arrive;
import org.deltabed.protocol.Authenticated;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.link.AuthenticatedLinks;

/**
 * One key for all pairs, whose code covers the message alone: what is meant for one process is good
 * for every other.
 */
public final class OneKeyForAll extends AuthenticatedLinks {
  public OneKeyForAll(Context context) {
    super(context);
  }

  @Override
  protected void upon(Event event) {
    super.upon(
        event instanceof Arrive(int src, Addressed(int _, var message))
            ? new Arrive(src, new Addressed(self, message))
            : event);
  }

  @Override
  protected boolean isAuthentic(int src, Authenticated message) {
    return true;
  }
}
