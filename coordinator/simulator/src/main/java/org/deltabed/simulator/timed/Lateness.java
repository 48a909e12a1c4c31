package org.deltabed.simulator.timed;

import java.util.SplittableRandom;
import org.deltabed.wiring.Testbed;

/** What one node's host takes of J, drawn in the order in which the node asks. */
final class Lateness {
  private final SplittableRandom random;
  private final Jitter.Shape shape;
  private final int percent;
  private final long sendNsMax;
  private final long wayNsMax;
  private final long stepNsMax;
  private boolean inRun;

  Lateness(TimedSchedule schedule, int process) {
    random = new SplittableRandom(schedule.seed() * 64 + process);
    shape = schedule.jitter().shape();
    percent = schedule.jitter().percent();
    Testbed testbed = schedule.testbed();
    long jitterNs = testbed.bus().receiveJitterNs();
    sendNsMax = jitterNs / 2;
    stepNsMax = jitterNs / 4;
    // The same quarter has to cover the difference between the two clocks.
    wayNsMax = Math.max(0, jitterNs / 4 - testbed.clock().precisionNs());
  }

  /** Only in the run is it later than J allows: who was so before would have no run. */
  void inRun(boolean now) {
    inRun = now;
  }

  /** How late the node wakes for what is due at a slot's start. */
  long ofSendNs() {
    return draw(sendNsMax);
  }

  /** From the last bit of a chunk to its stamp. */
  long ofWayNs() {
    return draw(wayNsMax);
  }

  /** How late the node wakes for a step, or for the end of its listening. */
  long ofStepNs() {
    return draw(stepNsMax);
  }

  private long draw(long allowanceNs) {
    long mostNs = allowanceNs * (inRun ? percent : Math.min(percent, 100)) / 100;
    return switch (shape) {
      case NONE -> 0;
      case FULL -> mostNs;
      case UNIFORM -> random.nextLong(mostNs + 1);
      case EXTREME -> random.nextBoolean() ? mostNs : 0;
    };
  }
}
