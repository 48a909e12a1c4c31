package org.deltabed.lab.calibrate;

import java.util.List;
import org.deltabed.wiring.Testbed;

/**
 * What to write into the description's {@code bus}. Half of the jitter J is for senders that are
 * late, a quarter for the way of a frame, a quarter for clocks and the delivery step (see
 * docs/bounds.md); each share must hold what was measured for it.
 *
 * @param receiveJitterUs J
 * @param guardUs quiet time for computing the step
 * @param slotUs the slot that follows
 * @param deltaUs δ that follows
 * @param ruledBy which share decides J
 */
record Recommendation(
    long receiveJitterUs, long guardUs, long slotUs, long deltaUs, String ruledBy) {

  /** The longest that was seen, twice: a short measurement has not seen the longest there is. */
  private static final int SAFETY = 2;

  private static final long NS_PER_US = 1_000;
  private static final long STEP_US = 100;

  /** From the longest seen. */
  static Recommendation of(Measured measured, Testbed testbed) {
    return of(
        SAFETY * last(measured.sending()),
        SAFETY * last(measured.way()),
        SAFETY * last(measured.step()),
        testbed);
  }

  /** So that the bound is broken ten times more seldom than by {@link #of}. */
  static Recommendation tenTimesSafer(Measured measured, Testbed testbed) {
    return of(
        SAFETY * rarer(measured.sending()),
        SAFETY * rarer(measured.way()),
        SAFETY * rarer(measured.step()),
        testbed);
  }

  private static long last(List<Long> sorted) {
    return sorted.isEmpty() ? 0 : sorted.getLast();
  }

  private static long rarer(List<Long> sorted) {
    return sorted.isEmpty() ? 0 : Spread.of(sorted).tenTimesRarerNs(sorted);
  }

  private static Recommendation of(long sendNs, long wayNs, long stepNs, Testbed testbed) {
    long bySendingNs = 2 * sendNs;
    long byWayNs = 4 * wayNs;
    long byClocksNs = 4 * testbed.clock().precisionNs();
    long jitterNs = Math.max(bySendingNs, Math.max(byWayNs, byClocksNs));
    String ruledBy =
        jitterNs == byClocksNs
            ? "the clocks' precision, of which J is 4 times"
            : jitterNs == bySendingNs ? "late senders, who have J/2" : "the way, which has J/4";
    long jitterUs = up(jitterNs);
    long guardUs = up(stepNs);
    long burstNs = testbed.timing().burstNs();
    long slotUs =
        Math.ceilDiv(testbed.bus().turnaroundNs() + burstNs, NS_PER_US) + jitterUs + guardUs;
    long endUs = slotUs - guardUs;
    return new Recommendation(jitterUs, guardUs, slotUs, testbed.n() * slotUs + endUs, ruledBy);
  }

  /** Whole steps, at least one. */
  private static long up(long ns) {
    return Math.max(1, Math.ceilDiv(ns, NS_PER_US * STEP_US)) * STEP_US;
  }
}
