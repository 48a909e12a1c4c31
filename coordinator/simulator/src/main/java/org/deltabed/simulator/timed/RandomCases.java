package org.deltabed.simulator.timed;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Everything is drawn: what is proposed, drift within the wiring's ppm, the hosts' lateness, who
 * crashes, and when: at an instant at which something changes in the run without crashes, since
 * most of the time nothing does.
 */
record RandomCases(ExploredSpace space, long count) implements Cases {
  @Override
  public TimedSchedule at(long index) {
    SplittableRandom random = new SplittableRandom(space.seed() * 1_000_003 + index);
    TimedSchedule calm = calm(random);
    int many = random.nextInt(space.crashesMax() + 1);
    return many == 0 ? calm : calm.with(crashes(calm, many, random));
  }

  private TimedSchedule calm(SplittableRandom random) {
    boolean shared = space.testbed().clock().shared();
    int ppm = shared ? 0 : space.testbed().clock().driftPpmMax();
    List<Integer> drift = new ArrayList<>();
    for (int process = 1; process <= space.testbed().n(); process++) {
      drift.add(random.nextInt(-ppm, ppm + 1));
    }
    return new TimedSchedule(
        space.testbed(),
        space.protocol(),
        space.variant(),
        space.crashesMax(),
        space.requestsEach(),
        random.nextLong(),
        space.proposals().get(random.nextInt(space.proposals().size())),
        drift,
        space.jitters().get(random.nextInt(space.jitters().size())),
        List.of(),
        space.rounds());
  }

  private List<TimedCrash> crashes(TimedSchedule calm, int many, SplittableRandom random) {
    return CrashInstants.draw(CrashInstants.of(calm, space.cycles()), many, random);
  }
}
