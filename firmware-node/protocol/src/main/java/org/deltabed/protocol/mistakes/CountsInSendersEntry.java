package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Vector;
import org.deltabed.protocol.time.VectorClock;

/** The vector of waiting causal broadcast taken for a clock: {@code VC[s] := VC[s] + 1}. */
public final class CountsInSendersEntry extends VectorClock {
  public CountsInSendersEntry(Context context) {
    super(context);
  }

  @Override
  protected Vector afterReceiving(int p, Vector ts) {
    return vc.plusOne(p);
  }
}
