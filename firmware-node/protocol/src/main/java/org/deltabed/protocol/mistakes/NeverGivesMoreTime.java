package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.detector.EventuallyPerfectFailureDetector;

/**
 * Keeps its time-out however often it was too short: heartbeats come every other cycle here, and in
 * the cycle between them it suspects everybody, for ever.
 */
public final class NeverGivesMoreTime extends EventuallyPerfectFailureDetector {
  public NeverGivesMoreTime(Context context) {
    super(context);
  }

  @Override
  protected int period() {
    return 2;
  }

  @Override
  protected long longer(long cycles) {
    return cycles;
  }
}
