package org.deltabed.agent.core;

/** How much of a deviation is corrected at a round's end, and when a clock is beyond correction. */
final class ClockDiscipline {
  /** A node that has just joined knows the time from one frame only. */
  private static final int SETTLING_ROUNDS = 8;

  private static final int LOST_ROUNDS = 3;

  private final long steadyLimitNs;
  private final long settlingLimitNs;
  private final long lostNs;
  private int settlingRounds;
  private int roundsBeyond;

  ClockDiscipline(NodeSettings settings) {
    long jitterNs = 2 * settings.timing().sendSlackNs();
    steadyLimitNs = settings.precisionNs() / 2;
    settlingLimitNs = jitterNs / 4;
    lostNs = jitterNs / 2;
    joined();
  }

  void joined() {
    settlingRounds = SETTLING_ROUNDS;
    roundsBeyond = 0;
  }

  /** The correction to apply for this deviation. */
  long correct(long deviationNs) {
    boolean settling = settlingRounds > 0;
    if (settling) {
      settlingRounds--;
    }
    roundsBeyond = !settling && Math.abs(deviationNs) > lostNs ? roundsBeyond + 1 : 0;
    long limitNs = settling ? Math.max(settlingLimitNs, steadyLimitNs) : steadyLimitNs;
    return Math.clamp(deviationNs, -limitNs, limitNs);
  }

  /** Whether the node cannot keep up with the others: its clock drifts too much (F28). */
  boolean lost() {
    return roundsBeyond >= LOST_ROUNDS;
  }
}
