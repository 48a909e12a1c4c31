package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Arrive;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.broadcast.BestEffortBroadcast;

/** Delivers every message as its own. */
public final class SignsForOthers extends BestEffortBroadcast {
  public SignsForOthers(Context context) {
    super(context);
  }

  @Override
  protected void upon(Event event) {
    super.upon(event instanceof Arrive(int _, var m) ? new Arrive(self, m) : event);
  }
}
