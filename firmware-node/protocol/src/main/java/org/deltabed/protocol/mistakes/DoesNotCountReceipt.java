package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.time.LamportClock;

/** Takes the greater time for a receipt, and does not count it as an event. */
public final class DoesNotCountReceipt extends LamportClock {
  public DoesNotCountReceipt(Context context) {
    super(context);
  }

  @Override
  protected long afterReceiving(long ts) {
    return Math.max(l, ts);
  }
}
