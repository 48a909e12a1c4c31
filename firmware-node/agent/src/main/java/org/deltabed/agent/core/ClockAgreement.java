package org.deltabed.agent.core;

import java.util.Arrays;

/**
 * The fault-tolerant average: how far the node's slots are from those of the others. A deviation is
 * how much later than expected a frame arrived. From four on, the node's own zero included, the
 * largest and the smallest are left out, so that one faulty clock cannot pull the others (Welch,
 * Lynch: A new fault-tolerant algorithm for clock synchronization, 1988).
 */
final class ClockAgreement {
  private static final int FEW = 4;

  private final long[] deviations;
  private int count;

  ClockAgreement(int n) {
    deviations = new long[n + 1];
  }

  void sample(long deviationNs) {
    if (count < deviations.length - 1) {
      deviations[count++] = deviationNs;
    }
  }

  /** Whether there was any sample since {@link #average}. */
  boolean sampled() {
    return count > 0;
  }

  /** The average deviation since the last call, which forgets the samples. */
  long average() {
    deviations[count++] = 0;
    int drop = count >= FEW ? 1 : 0;
    if (drop > 0) {
      Arrays.sort(deviations, 0, count);
    }
    long sum = 0;
    for (int i = drop; i < count - drop; i++) {
      sum += deviations[i];
    }
    long average = sum / (count - 2 * drop);
    count = 0;
    return average;
  }
}
