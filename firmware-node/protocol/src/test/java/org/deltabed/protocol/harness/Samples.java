package org.deltabed.protocol.harness;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.harness.Schedule.Death;

/** Schedules from a seed. */
final class Samples {
  private Samples() {}

  /** Up to f crashes in the first slots; a third of the schedules also ask late. */
  static Schedule schedule(int n, int f, int slots, long seed) {
    java.util.SplittableRandom random = new java.util.SplittableRandom(seed);
    List<Death> deaths = new ArrayList<>();
    for (int p = 1; p <= n; p++) {
      List<Death> ways = Schedule.deathsOf(n, p, slots);
      if (deaths.size() < f && random.nextBoolean()) {
        deaths.add(ways.get(random.nextInt(ways.size())));
      }
    }
    boolean late = random.nextInt(3) == 0;
    List<Integer> asked = new ArrayList<>();
    for (int p = 1; p <= n; p++) {
      asked.add(late ? random.nextInt(2 * n) : 0);
    }
    return new Schedule(deaths, asked);
  }
}
