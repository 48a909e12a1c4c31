package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Restore;
import org.deltabed.protocol.detector.PingPongFailureDetector;

/**
 * X12: does not wait for a round trip, since it forgives on a late PONG: the eventually perfect
 * detector where P is promised. Whom it forgave it does not suspect again, as it has detected it
 * already.
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
