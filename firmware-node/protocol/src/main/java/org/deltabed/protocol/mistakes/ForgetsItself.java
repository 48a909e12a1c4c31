package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Arrive;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.broadcast.BestEffortBroadcast;

/** Sends to all others: {@code forall pi ∈ S \\ {self}}. */
public final class ForgetsItself extends BestEffortBroadcast {
  public ForgetsItself(Context context) {
    super(context);
  }

  @Override
  protected void upon(Event event) {
    if (event instanceof Arrive(int p, var _) && p == self) {
      return;
    }
    super.upon(event);
  }
}
