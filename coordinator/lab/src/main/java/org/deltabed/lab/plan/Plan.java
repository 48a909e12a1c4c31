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
 * @param variant id of the seeded mistake that is put into the agents, or empty
 * @param crashesMax f, the number of crashes that the protocol's promise covers
 * @param rounds rounds of a run
 * @param seed of everything random
 * @param proposals the value that each process is given: what it proposes or broadcasts
 * @param requestsEach how many requests each process gets, where the protocol takes many
 * @param cases in the order in which they are run
 */
public record Plan(
    String name,
    Path file,
    Path testbed,
    String protocol,
    String variant,
    int crashesMax,
    int rounds,
    long seed,
    Verdict expect,
    Proposals proposals,
    int requestsEach,
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

  /** The same plan with a seeded mistake in the agents. */
  public Plan with(String otherVariant) {
    return new Plan(
        name,
        file,
        testbed,
        protocol,
        otherVariant,
        crashesMax,
        rounds,
        seed,
        expect,
        proposals,
        requestsEach,
        cases);
  }

  /** The same plan for a testbed file at another place. */
  Plan at(Path otherTestbed) {
    return new Plan(
        name,
        file,
        otherTestbed,
        protocol,
        variant,
        crashesMax,
        rounds,
        seed,
        expect,
        proposals,
        requestsEach,
        cases);
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
