package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Restore;
import org.deltabed.protocol.detector.PingPongFailureDetector;

/**
 * X12: does not wait for a round trip, since it forgives on a late PONG. That is not P, which does
 * not err, nor an eventually perfect detector: whom it forgave it does not suspect again, crashed
 * or not, as it has detected it already.
 */
public final class ForgivesOnLatePong extends PingPongFailureDetector {
  public ForgivesOnLatePong(Context context) {
    super(context);
  }

  @Override
  protected int delta() {
    return 1;
  }

  @Override
  protected void pong(int p) {
    super.pong(p);
    if (detected.contains(p)) {
      trigger(new Restore(p));
    }
  }
}
