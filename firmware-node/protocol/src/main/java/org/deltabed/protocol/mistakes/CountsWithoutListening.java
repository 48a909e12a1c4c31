package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.time.LamportClock;

/** Counts its own events and does not look at timestamps. */
public final class CountsWithoutListening extends LamportClock {
  public CountsWithoutListening(Context context) {
    super(context);
  }

  @Override
  protected long afterReceiving(long ts) {
    return l + 1;
  }
}
