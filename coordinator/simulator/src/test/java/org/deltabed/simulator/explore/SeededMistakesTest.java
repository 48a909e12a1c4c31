package org.deltabed.simulator.explore;

import static org.deltabed.simulator.explore.Request.Kind.ASYNC;
import static org.deltabed.simulator.explore.Request.Kind.LOCKSTEP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Variant;
import org.deltabed.simulator.run.AsyncRun;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.run.LockstepRun;
import org.deltabed.simulator.schedule.AsyncSchedule;
import org.deltabed.simulator.schedule.LockstepSchedule;
import org.deltabed.simulator.schedule.Schedule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each seeded mistake is found, and the schedule that is shown for it does break the property. */
class SeededMistakesTest {
  private static final int N_MAX = 4;

  /**
   * A mistake that takes more states to find than this is found in another way that is asked for.
   */
  private static final ExploreOptions SMALL = new ExploreOptions(2, false, false, 400_000);

  /**
   * Below the instance that is explored here, or in more states than a test may take: the
   * protocols' own tests find them.
   */
  private static final Set<String> FOUND_ELSEWHERE =
      Set.of(
          "B2-no-late-relay",
          "B5-half",
          "G2-forgets-sets",
          "G2-drops-next-view",
          "G3-drops-next-view",
          "G3-any-view",
          "G3-only-on-sets",
          "G3-regular");

  static List<Variant> variants() {
    return Catalogue.variants().stream().filter(v -> !FOUND_ELSEWHERE.contains(v.id())).toList();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void isFoundWithAScheduleThatShowsIt(Variant variant) {
    List<Exploration.Counterexample> found = counterexamples(variant);
    assertFalse(found.isEmpty(), variant.id());
    Set<String> broken = new TreeSet<>();
    for (Exploration.Counterexample counterexample : found) {
      Execution execution = execute(counterexample.schedule());
      assertTrue(
          execution.broken().contains(counterexample.property().id()), counterexample::toString);
      broken.add(counterexample.property().id());
    }
    broken.retainAll(variant.breaks());
    assertFalse(broken.isEmpty(), variant.id() + " breaks " + variant.breaks());
  }

  /**
   * At its smallest size by any adversary; some show in larger systems only where all begin at
   * once.
   */
  private static List<Exploration.Counterexample> counterexamples(Variant variant) {
    for (int n = variant.smallestN(); n <= N_MAX; n++) {
      int f = Math.min(Math.max(variant.smallestF(), n == variant.smallestN() ? 0 : 1), n - 1);
      for (Request request : requests(variant, n, f)) {
        List<Exploration.Counterexample> found =
            new Exploration(request, SMALL).run(() -> false, progress -> {}).counterexamples();
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return List.of();
  }

  private static List<Request> requests(Variant variant, int n, int f) {
    String id = variant.protocol().id();
    int crashes = Math.min(f, variant.protocol().model().crashesMax(n));
    List<Request> requests = new ArrayList<>();
    Request usual = new Request(id, variant.id(), n, crashes, LOCKSTEP, 1, false, false);
    requests.add(usual);
    if (variant.protocol().model().isAsynchronous()) {
      requests.add(new Request(id, variant.id(), n, crashes, LOCKSTEP, 1, true, false));
      requests.add(new Request(id, variant.id(), n, crashes, ASYNC, 1, false, false));
    }
    requests.add(new Request(id, variant.id(), n, crashes, LOCKSTEP, 2, false, false));
    requests.add(new Request(id, variant.id(), n, crashes, LOCKSTEP, 1, false, true));
    return requests;
  }

  private static Execution execute(Schedule schedule) {
    return switch (schedule) {
      case LockstepSchedule lockstep -> LockstepRun.run(lockstep);
      case AsyncSchedule async -> AsyncRun.run(async);
    };
  }

  /** The same counterexample however many threads look for it. */
  @ParameterizedTest
  @MethodSource("few")
  void isShownByTheSameScheduleEveryTime(String id) {
    Variant variant = Catalogue.variant(id);
    Request request =
        new Request(
            variant.protocol().id(),
            id,
            variant.smallestN(),
            variant.smallestF(),
            variant.showsInSlots() ? LOCKSTEP : ASYNC,
            1,
            false,
            false);
    List<String> shown = new ArrayList<>();
    for (int threads = 1; threads <= 3; threads++) {
      shown.add(
          new Exploration(request, ExploreOptions.with(threads))
              .run(() -> false, progress -> {})
              .counterexamples()
              .toString());
    }
    assertEquals(shown.get(0), shown.get(1));
    assertEquals(shown.get(0), shown.get(2));
  }

  static List<String> few() {
    return List.of("X01", "X03", "X11", "G1-regular");
  }
}
