package org.deltabed.lab.report;

import java.util.stream.LongStream;
import org.deltabed.checker.CampaignRun;
import org.deltabed.checker.RunVerdict;

/**
 * The rounds of a run that are drawn: all of a short run, of a long one those around what happened.
 *
 * @param first first round drawn, counted from 0 at the run's start
 * @param rounds how many are drawn
 * @param of how many the run has
 */
record Window(int first, int rounds, int of) {
  /** More slots are not legible in one diagram. */
  private static final int SLOTS_MAX = 130;

  private static final int ROUNDS_MAX = 12;

  static Window of(RunVerdict run, CampaignRun attempt, ReportSource folder) {
    int n = folder.testbed().n();
    int rounds = Math.clamp(SLOTS_MAX / n, 2, ROUNDS_MAX);
    if (attempt.rounds() <= rounds) {
      return new Window(0, attempt.rounds(), attempt.rounds());
    }
    long cycleNs = folder.timing().cycleNs();
    long earliest =
        LongStream.concat(
                run.reasons().stream().filter(r -> r.round() > 0).mapToLong(r -> r.round() - 1),
                run.crashes().stream().mapToLong(c -> (c.lastSignNs() - run.startNs()) / cycleNs))
            .min()
            .orElse(0);
    // What happened stands behind the first third, so that what led to it is seen too.
    long first = Math.clamp(earliest - rounds / 3, 0, attempt.rounds() - rounds);
    return new Window((int) first, rounds, attempt.rounds());
  }

  boolean whole() {
    return rounds == of;
  }

  boolean has(long round) {
    return round >= first && round < first + rounds;
  }
}
