package org.deltabed.simulator.timed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deltabed.checker.Verdict;
import org.deltabed.wiring.Testbed;

/** Adds runs up; in whatever order and by however many threads, the sum is the same. */
final class Tally {
  /** The greatest value, of equal ones that of the earliest case. */
  private record Peak(long ns, long index, TimedSchedule schedule) {
    static final Peak NONE = new Peak(TimedOutcome.NONE_NS, Long.MAX_VALUE, null);

    Peak or(Peak other) {
      boolean higher = other.ns > ns || (other.ns == ns && other.index < index);
      return higher ? other : this;
    }

    Extreme beside(long boundNs) {
      return new Extreme(ns, boundNs, schedule);
    }
  }

  private record Found(long index, TimedReport.Finding finding) {}

  private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
  private List<Found> found = new ArrayList<>();
  private Peak delay = Peak.NONE;
  private Peak precision = Peak.NONE;
  private Peak detection = Peak.NONE;

  void add(long index, TimedOutcome outcome) {
    TimedSchedule schedule = outcome.schedule();
    Verdict verdict = outcome.verdict();
    verdicts.merge(verdict, 1L, Long::sum);
    if (verdict != Verdict.PASS && found.size() < TimedReport.FINDINGS_MAX) {
      String why = outcome.judged().reasons().getFirst().text();
      found.add(new Found(index, new TimedReport.Finding(schedule, verdict, why)));
    }
    delay = delay.or(new Peak(outcome.delayNs(), index, schedule));
    precision = precision.or(new Peak(outcome.precisionNs(), index, schedule));
    detection = detection.or(new Peak(outcome.detectionNsMax(), index, schedule));
  }

  void add(Tally other) {
    other.verdicts.forEach((verdict, count) -> verdicts.merge(verdict, count, Long::sum));
    List<Found> both = new ArrayList<>(found);
    both.addAll(other.found);
    both.sort(Comparator.comparingLong(Found::index));
    found = new ArrayList<>(both.subList(0, Math.min(both.size(), TimedReport.FINDINGS_MAX)));
    delay = delay.or(other.delay);
    precision = precision.or(other.precision);
    detection = detection.or(other.detection);
  }

  TimedReport report(Testbed testbed, long planned) {
    return new TimedReport(
        verdicts.values().stream().mapToLong(count -> count).sum(),
        planned,
        new TreeMap<>(verdicts),
        found.stream().map(Found::finding).toList(),
        delay.beside(testbed.timing().deltaNs()),
        precision.beside(testbed.clock().precisionNs()),
        detection.beside(testbed.timing().detectionBoundNs()));
  }
}
