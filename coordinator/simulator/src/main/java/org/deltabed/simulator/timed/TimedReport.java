package org.deltabed.simulator.timed;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.deltabed.checker.Verdict;

/**
 * What an exploration found.
 *
 * @param runs how many were made
 * @param planned how many there are; more than {@code runs} where it was stopped
 * @param verdicts how often each verdict came out
 * @param findings the first runs that did not pass, in the order of the exploration
 * @param delay the longest delay beside δ
 * @param precision the greatest difference between live nodes' clocks beside Π
 * @param detection the longest detection beside its bound
 */
public record TimedReport(
    long runs,
    long planned,
    SortedMap<Verdict, Long> verdicts,
    List<Finding> findings,
    Extreme delay,
    Extreme precision,
    Extreme detection) {
  /** So many findings are kept; the others are only counted. */
  public static final int FINDINGS_MAX = 20;

  /**
   * A run that did not pass.
   *
   * @param schedule how to see it again
   * @param verdict what came out
   * @param why the checker's first reason
   */
  public record Finding(TimedSchedule schedule, Verdict verdict, String why) {}

  public TimedReport {
    verdicts = Collections.unmodifiableSortedMap(new TreeMap<>(verdicts));
    findings = List.copyOf(findings);
  }

  /** How many runs came out so. */
  public long count(Verdict verdict) {
    return verdicts.getOrDefault(verdict, 0L);
  }
}
