package org.deltabed.simulator.explore;

import static org.deltabed.simulator.explore.Request.Kind.ASYNC;
import static org.deltabed.simulator.explore.Request.Kind.LOCKSTEP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Model;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.catalogue.Variant;
import org.deltabed.simulator.minimise.Minimiser;
import org.deltabed.simulator.run.AsyncRun;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.run.LockstepRun;
import org.deltabed.simulator.run.RandomAsync;
import org.deltabed.simulator.schedule.AsyncSchedule;
import org.deltabed.simulator.schedule.Liberties;
import org.deltabed.simulator.schedule.LockstepSchedule;
import org.deltabed.simulator.schedule.Schedule;
import org.deltabed.simulator.schedule.Setting;
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
   * They show in long asynchronous schedules only: random ones come there before all short ones are
   * tried.
   */
  private static final Set<String> BY_CHANCE =
      Set.of(
          "B2-no-late-relay",
          "B5-half",
          "C6-one-vote",
          "G2-forgets-sets",
          "G2-drops-next-view",
          "G3-drops-next-view",
          "G3-regular",
          "R3-atomic",
          "R3-stores-anything",
          "R5-no-impose",
          "R7-no-rank",
          "R9-own-clock",
          "S2-everybody",
          "S2-idle-follows",
          "S4-zero-for-nil",
          "S5-as-committed",
          "S5-forgets-prepared",
          "S5-one-reply",
          "S5-small-quorum",
          "S5-unsigned",
          "X04",
          "X07");

  private static final int SEEDS_MAX = 20_000;

  /** Five processes and more, or a liar's plan: found from such schedules, or from random ones. */
  private static boolean isOfReplication(Variant variant) {
    return variant.id().equals("S5-again")
        || (variant.protocol().id().matches("S2|S3") && variant.smallestN() > N_MAX);
  }

  static List<Variant> variants() {
    return Catalogue.variants().stream()
        .filter(v -> !BY_CHANCE.contains(v.id()) && !isOfReplication(v))
        .filter(v -> !ByzantineMistakesTest.takesLies(v))
        .toList();
  }

  static List<Variant> byChance() {
    return BY_CHANCE.stream().sorted().map(Catalogue::variant).toList();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void isFoundWithAScheduleThatShowsIt(Variant variant) {
    List<Exploration.Counterexample> found = counterexamples(variant);
    assertFalse(found.isEmpty(), variant.id() + " breaks " + variant.breaks());
    for (Exploration.Counterexample counterexample : found) {
      Execution execution = execute(counterexample.schedule());
      assertTrue(
          execution.broken().contains(counterexample.property().id()), counterexample::toString);
      assertTrue(execution.slots() > 0, "the run is over");
    }
  }

  @ParameterizedTest
  @MethodSource("byChance")
  void isFoundByARandomScheduleThatBecomesSmall(Variant variant) {
    Protocol protocol = variant.protocol();
    int n = variant.smallestN();
    Setting setting =
        new Setting(
            protocol.id(),
            variant.id(),
            n,
            variant.smallestF(),
            protocol.workload().drawn(n, _ -> 0),
            1,
            liberties(variant));
    Execution found =
        LongStream.rangeClosed(1, SEEDS_MAX)
            .mapToObj(seed -> RandomAsync.run(setting, seed))
            .filter(execution -> !Collections.disjoint(execution.broken(), variant.breaks()))
            .findFirst()
            .orElseThrow();
    String broken =
        found.broken().stream().filter(variant.breaks()::contains).findFirst().orElseThrow();
    Execution small = execute(Minimiser.minimise(found.schedule(), broken));
    assertTrue(small.broken().contains(broken), variant.id());
  }

  /**
   * What a view change loses shows among correct replicas; the rest takes a liar, and where it has
   * to tell the primary something, it is another.
   */
  private static Liberties liberties(Variant variant) {
    Model model = variant.protocol().model();
    if (!model.isByzantine() || variant.smallestF() == 0) {
      return model.maySuspectFalsely() ? Liberties.falseSuspicions(1) : Liberties.NONE;
    }
    return switch (variant.id()) {
      case "S5-forgets-prepared" -> Liberties.falseSuspicions(4);
      case "S5-unsigned" -> Liberties.byzantine(ProcessSet.of(2));
      default -> Liberties.byzantine(ProcessSet.of(1));
    };
  }

  /**
   * What breaks a property that the mistake is said to break, at its smallest size by any
   * adversary; some show in larger systems only where all begin at once.
   */
  private static List<Exploration.Counterexample> counterexamples(Variant variant) {
    for (int n = variant.smallestN(); n <= Math.max(N_MAX, variant.smallestN()); n++) {
      int f = Math.min(Math.max(variant.smallestF(), n == variant.smallestN() ? 0 : 1), n - 1);
      for (Request request : requests(variant, n, f)) {
        List<Exploration.Counterexample> found =
            new Exploration(request, SMALL).run(() -> false, progress -> {}).counterexamples();
        if (found.stream().anyMatch(c -> variant.breaks().contains(c.property().id()))) {
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
    if (variant.protocol().model().isByzantine() && crashes > 0) {
      Request any = new Request(id, variant.id(), n, crashes, ASYNC, 1, false, false);
      requests.add(any.with(Liberties.byzantine(ProcessSet.of(1))));
      requests.add(any.with(Liberties.byzantine(ProcessSet.of(2))));
      return requests;
    }
    Request usual = new Request(id, variant.id(), n, crashes, LOCKSTEP, 1, false, false);
    requests.add(usual);
    if (variant.protocol().model().ordersEnd()) {
      requests.add(new Request(id, variant.id(), n, crashes, LOCKSTEP, 1, true, false));
      requests.add(new Request(id, variant.id(), n, crashes, ASYNC, 1, false, false));
    }
    Model model = variant.protocol().model();
    if (model.bearsLosses()) {
      requests.add(usual.with(Liberties.bus(1, 1)));
    }
    if (model.maySuspectFalsely()) {
      Request async = new Request(id, variant.id(), n, crashes, ASYNC, 1, false, false);
      requests.add(async.with(Liberties.falseSuspicions(1)));
    }
    requests.add(new Request(id, variant.id(), n, crashes, LOCKSTEP, 2, false, false));
    requests.add(new Request(id, variant.id(), n, crashes, LOCKSTEP, 1, false, true));
    if (variant.protocol().model().ordersEnd()) {
      requests.add(new Request(id, variant.id(), n, crashes, LOCKSTEP, 1, true, true));
      requests.add(new Request(id, variant.id(), n, crashes, ASYNC, 1, false, true));
    }
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
      List<Exploration.Counterexample> found =
          new Exploration(request, ExploreOptions.with(threads))
              .run(() -> false, progress -> {})
              .counterexamples();
      assertTrue(found.stream().anyMatch(each -> each.schedule() != null), id);
      shown.add(found.toString());
    }
    assertEquals(shown.get(0), shown.get(1));
    assertEquals(shown.get(0), shown.get(2));
  }

  static List<String> few() {
    return List.of("X01", "X03", "X11", "G1-regular");
  }
}
