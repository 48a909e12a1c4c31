package org.deltabed.simulator.timed;

import java.util.List;
import java.util.SortedMap;
import org.deltabed.checker.RunVerdict;
import org.deltabed.checker.Verdict;
import org.deltabed.trace.TraceRecord;
import org.deltabed.wiring.Timing;

/**
 * What came of a timed run. Times are the line's; what was not measured is -1.
 *
 * @param schedule what was simulated
 * @param judged the checker's verdict, with what stands behind it
 * @param runStartNs the instant that crashes are counted from
 * @param precisionNs the greatest difference between the clocks of live nodes, as they reckon the
 *     start of a slot, whenever a frame of the run had passed
 * @param detectionNs by process that crashed: how long until the last live node had detected it
 * @param records of all nodes and of the witness, in the order in which they were written
 */
public record TimedOutcome(
    TimedSchedule schedule,
    RunVerdict judged,
    long runStartNs,
    long precisionNs,
    SortedMap<Integer, Long> detectionNs,
    List<TraceRecord> records) {
  /** A measure that there is none of. */
  public static final long NONE_NS = -1;

  public Verdict verdict() {
    return judged.verdict();
  }

  /** The computed bounds. */
  public Timing timing() {
    return schedule.testbed().timing();
  }

  /** The longest delay, to be held against {@link Timing#deltaNs}. */
  public long delayNs() {
    return judged.maxDelayNs();
  }

  /** The longest detection, to be held against {@link Timing#detectionBoundNs}. */
  public long detectionNsMax() {
    return detectionNs.values().stream().mapToLong(ns -> ns).max().orElse(NONE_NS);
  }

  /** From the run's start to its last decision. */
  public long decisionNs() {
    return judged.decisionNs();
  }
}
