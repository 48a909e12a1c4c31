package org.deltabed.simulator.timed;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Everything is drawn: what is proposed, drift within the wiring's ppm, the hosts' lateness, who
 * crashes and when.
 */
record RandomCases(ExploredSpace space, long count) implements Cases {
  @Override
  public TimedSchedule at(long index) {
    SplittableRandom random = new SplittableRandom(space.seed() * 1_000_003 + index);
    int n = space.testbed().n();
    boolean shared = space.testbed().clock().shared();
    int ppm = shared ? 0 : space.testbed().clock().driftPpmMax();
    List<Integer> drift = new ArrayList<>();
    List<TimedCrash> crashes = new ArrayList<>();
    int many = random.nextInt(space.crashesMax() + 1);
    long slackNs = space.testbed().timing().sendSlackNs();
    long untilNs = space.cycles() * space.testbed().timing().cycleNs();
    for (int process = 1; process <= n; process++) {
      drift.add(random.nextInt(-ppm, ppm + 1));
      if (random.nextInt(n - process + 1) < many - crashes.size()) {
        // A node that has not woken for the run's start yet proves nothing.
        crashes.add(new TimedCrash(process, random.nextLong(2 * slackNs, untilNs)));
      }
    }
    Jitter jitter = space.jitters().get(random.nextInt(space.jitters().size()));
    return new TimedSchedule(
        space.testbed(),
        space.protocol(),
        space.variant(),
        random.nextLong(),
        space.proposals().get(random.nextInt(space.proposals().size())),
        drift,
        jitter,
        crashes,
        space.rounds());
  }
}
