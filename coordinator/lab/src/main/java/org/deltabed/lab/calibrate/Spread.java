package org.deltabed.lab.calibrate;

import java.util.List;

/**
 * How a number of times are spread, in ns.
 *
 * @param count how many
 * @param p999Ns of 1000, one is longer
 */
record Spread(long count, long minNs, long medianNs, long p99Ns, long p999Ns, long maxNs) {

  /** Of times that are sorted; at least one. */
  static Spread of(List<Long> sorted) {
    return new Spread(
        sorted.size(),
        sorted.getFirst(),
        at(sorted, 0.5),
        at(sorted, 0.99),
        at(sorted, 0.999),
        sorted.getLast());
  }

  private static long at(List<Long> sorted, double share) {
    return sorted.get((int) Math.min(sorted.size() - 1L, (long) (share * sorted.size())));
  }

  /**
   * What would be exceeded ten times more seldom than the longest here, if the tail goes on as it
   * does from one in ten to one in all of them: each factor of ten adds as much as the last.
   */
  long tenTimesRarerNs(List<Long> sorted) {
    long decadeNs = maxNs - sorted.get(sorted.size() - 1 - sorted.size() / 10);
    return maxNs + Math.max(decadeNs / decades(), maxNs / 10);
  }

  /** How many factors of ten lie between one in ten and one in all. */
  private long decades() {
    return Math.max(1, Math.round(Math.log10(Math.max(10, count / 10.0))));
  }
}
