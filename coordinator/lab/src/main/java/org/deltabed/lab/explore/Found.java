package org.deltabed.lab.explore;

import java.util.List;
import java.util.Optional;
import org.deltabed.checker.Verdict;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.simulator.schedule.Liberties;

/**
 * What an exploration found.
 *
 * @param asked what was asked
 * @param verdict PASS, VIOLATED, INCOMPLETE, or for the timed adversary BOUND_BROKEN
 * @param judged each property, in the protocol's order
 * @param figures how much was explored
 * @param counterexample to the first property that is broken
 * @param cost what it took
 */
public record Found(
    Asked asked,
    Verdict verdict,
    List<Judged> judged,
    Figures figures,
    Optional<Counterexample> counterexample,
    Cost cost) {
  public Found {
    judged = List.copyOf(judged);
  }

  /**
   * What was asked.
   *
   * @param protocol the protocol, or the one with the seeded mistake
   * @param variant the seeded mistake's id, or empty
   * @param adversary {@code lockstep}, {@code async} or {@code timed}
   * @param asked that p1 to this one get requests
   * @param liberties what else the adversary may do
   */
  public record Asked(
      Protocol protocol,
      String variant,
      int n,
      int f,
      String adversary,
      int requestsEach,
      int asked,
      Liberties liberties) {}

  /**
   * What there is to see where a property is broken.
   *
   * @param property its id
   * @param sentence what it says
   * @param explanation what broke it
   * @param schedule the file that replays it, as a person in the current folder would write it;
   *     empty where there is none
   * @param story the run in words
   * @param replay the command that shows it again
   */
  public record Counterexample(
      String property,
      String sentence,
      String explanation,
      String schedule,
      String story,
      String replay) {}

  /** The same, and what it took. */
  public Found at(Cost spent) {
    return new Found(asked, verdict, judged, figures, counterexample, spent);
  }
}
