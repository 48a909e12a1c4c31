package org.deltabed.lab.explore;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.deltabed.simulator.explore.Findings;
import org.deltabed.simulator.timed.TimedReport;

/**
 * How much was explored.
 *
 * @param unfinished why that was not all there is to explore; empty if it was
 * @param exhaustive what is known of every schedule, where every one was tried
 * @param runs how many schedules were run one by one; 0 where every one was tried at once
 * @param worstDecisionSlots by how many crashed: after how many slots the last indication came, at
 *     most; empty where time is not counted in slots
 * @param worstMessages by how many crashed: the most messages that were sent
 * @param timed delays, detections and clocks, for the timed adversary
 */
public record Figures(
    Optional<String> unfinished,
    Optional<Exhaustive> exhaustive,
    long runs,
    List<Integer> worstDecisionSlots,
    List<Integer> worstMessages,
    Optional<TimedReport> timed) {
  /** Somebody stopped it. */
  static final String STOPPED = "stopped";

  /** Of an exploration of every schedule. */
  public record Exhaustive(long states, long transitions, BigInteger schedules, long histories) {}

  public Figures {
    worstDecisionSlots = List.copyOf(worstDecisionSlots);
    worstMessages = List.copyOf(worstMessages);
  }

  /** The top instance's, with the work of all of them. */
  static Figures of(Findings top, List<Findings> all, Optional<String> unfinished, int f) {
    Exhaustive exhaustive =
        new Exhaustive(
            all.stream().mapToLong(Findings::states).sum(),
            all.stream().mapToLong(Findings::transitions).sum(),
            top.schedules(),
            all.stream().mapToLong(Findings::histories).sum());
    return new Figures(
        unfinished,
        Optional.of(exhaustive),
        0,
        upTo(f, top.worstDecisionSlots()),
        upTo(f, top.worstMessages()),
        Optional.empty());
  }

  private static List<Integer> upTo(int crashes, List<Integer> byCrashes) {
    return byCrashes.subList(0, Math.min(crashes + 1, byCrashes.size()));
  }

  /** Whether that was all there is to explore. */
  public boolean complete() {
    return unfinished.isEmpty();
  }

  /** How many schedules were judged. */
  public BigInteger schedules() {
    return exhaustive.map(Exhaustive::schedules).orElse(BigInteger.valueOf(runs));
  }

  /** After how many slots the last indication came, whoever crashed; 0 where there was none. */
  public int worstDecision() {
    return worstDecisionSlots.stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /** The most messages, whoever crashed. */
  public int worstMessage() {
    return worstMessages.stream().mapToInt(Integer::intValue).max().orElse(0);
  }
}
