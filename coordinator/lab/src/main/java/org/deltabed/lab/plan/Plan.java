package org.deltabed.lab.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.deltabed.checker.Verdict;

/**
 * An experiment, as its plan file describes it.
 *
 * @param name short, becomes part of the campaign's id
 * @param file where it was read
 * @param testbed the wiring file
 * @param protocol catalogue id
 * @param crashesMax f, the number of crashes that the protocol's promise covers
 * @param rounds rounds of a run
 * @param seed of everything random
 * @param proposals what each process proposes
 * @param cases in the order in which they are run
 */
public record Plan(
    String name,
    Path file,
    Path testbed,
    String protocol,
    int crashesMax,
    int rounds,
    long seed,
    Verdict expect,
    Proposals proposals,
    List<Case> cases) {

  /** How processes come by their proposals. */
  public sealed interface Proposals {

    /** Process p proposes 10 + p. */
    record Ranked() implements Proposals {}

    /** Numbers drawn anew for every run from the plan's seed. */
    record Drawn() implements Proposals {}

    /** Fixed numbers, by process. */
    record Fixed(List<Long> numbers) implements Proposals {}
  }

  /** The proposals of all processes in the run with that number (from 0). */
  public List<Long> proposalsOf(int run, int processes) {
    Random random = new Random(seed * 1_000_003 + run);
    List<Long> numbers = new ArrayList<>();
    for (int i = 0; i < processes; i++) {
      numbers.add(
          switch (proposals) {
            case Proposals.Ranked _ -> 11L + i;
            case Proposals.Drawn _ -> (long) random.nextInt(1, 1_000_000);
            case Proposals.Fixed(List<Long> fixed) -> fixed.get(i);
          });
    }
    return List.copyOf(numbers);
  }

  /** Number of runs when none has to be repeated. */
  public int plannedRuns() {
    return cases.stream().mapToInt(Case::repeat).sum();
  }
}
