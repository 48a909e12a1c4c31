package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.detector.PingPongFailureDetector;

/** The page as it is indented: all that is to come after the loop over the processes is in it. */
public final class EmptiesAliveInLoop extends PingPongFailureDetector {
  public EmptiesAliveInLoop(Context context) {
    super(context);
  }

  @Override
  protected void timeout() {
    for (int p = 1; p <= n; p++) {
      if (p != self) {
        detect(p);
        beginPeriod();
      }
    }
  }
}
