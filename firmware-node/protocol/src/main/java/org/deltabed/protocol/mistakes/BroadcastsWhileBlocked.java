package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.membership.BlockingApplication;

/** Says that it is blocked and goes on broadcasting. */
public final class BroadcastsWhileBlocked extends BlockingApplication {
  public BroadcastsWhileBlocked(Context context) {
    super(context);
  }

  @Override
  protected void broadcast(Value m) {
    trigger("vs", new Broadcast(m));
  }
}
