package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Vector;
import org.deltabed.protocol.time.VectorClock;

/**
 * Merges the timestamp, and counts in the sender's entry as waiting causal broadcast does: an event
 * of the sender of which nothing is known.
 */
public final class CountsSendersDelivery extends VectorClock {
  public CountsSendersDelivery(Context context) {
    super(context);
  }

  @Override
  protected Vector afterReceiving(int p, Vector ts) {
    Vector merged = super.afterReceiving(p, ts);
    return p == self ? merged : merged.plusOne(p);
  }
}
