package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Value;
import org.deltabed.protocol.broadcast.GarbageCollectedCausalBroadcast;

/** Lets a message leave the past when it has delivered it itself. */
public final class CollectsWhatItHasDelivered extends GarbageCollectedCausalBroadcast {
  public CollectsWhatItHasDelivered(Context context) {
    super(context);
  }

  @Override
  protected boolean allHaveDelivered(int source, Value m) {
    return ack.of(source, m).contains(self);
  }
}
