package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.broadcast.BestEffortBroadcast;

/** Sends twice, to be on the safe side, over links that remove no duplicates of its making. */
public final class SendsTwice extends BestEffortBroadcast {
  public SendsTwice(Context context) {
    super(context);
  }

  @Override
  protected void upon(Event event) {
    if (event instanceof Broadcast(var m)) {
      send(m);
    }
    super.upon(event);
  }
}
