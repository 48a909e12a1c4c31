package org.deltabed.simulator.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.simulator.run.RandomAsync;
import org.deltabed.simulator.schedule.Setting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every protocol of the catalogue keeps its promises in every schedule of small systems. */
class CatalogueExplorationTest {
  private static final ExploreOptions TWO_THREADS = ExploreOptions.with(2);

  /** Detectors out of towers of protocols: with two crashes they take long, and say no more. */
  private static final List<String> ONE_CRASH_SAYS_ALL = List.of("D5", "D5-nbac");

  private static final int SEEDS = 5_000;

  static List<Protocol> protocols() {
    return Catalogue.protocols();
  }

  static Stream<Protocol> asynchronous() {
    return protocols().stream().filter(protocol -> protocol.model().ordersEnd());
  }

  private static void explore(Request request) {
    Exploration.Result result =
        new Exploration(request, TWO_THREADS).run(() -> false, progress -> {});
    assertTrue(result.complete(), request::toString);
    assertEquals(List.of(), result.counterexamples());
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void holdsWithThreeWhoeverCrashes(Protocol protocol) {
    int f = ONE_CRASH_SAYS_ALL.contains(protocol.id()) ? 1 : protocol.model().crashesMax(3);
    explore(new Request(protocol.id(), "", 3, f, Request.Kind.LOCKSTEP, 1, false, false));
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void andSoDoesWhatItStandsOn(Protocol protocol) {
    int f = protocol.model().crashesMax(2);
    explore(new Request(protocol.id(), "", 2, f, Request.Kind.LOCKSTEP, 1, false, true));
  }

  @ParameterizedTest
  @MethodSource("asynchronous")
  void holdsInAnyOrderOfMessagesAndDetections(Protocol protocol) {
    int f = protocol.model().crashesMax(2);
    explore(new Request(protocol.id(), "", 2, f, Request.Kind.ASYNC, 1, false, false));
  }

  /** Three proposals in total order have more orders than can be tried: some of them are drawn. */
  @ParameterizedTest
  @ValueSource(strings = {"C4", "C4-uniform"})
  void holdsInOrdersThatAreDrawn(String id) {
    Protocol protocol = Catalogue.find(id);
    Setting setting = new Setting(id, "", 3, 2, protocol.workload().drawn(3, _ -> 0), 1);
    for (int seed = 1; seed <= SEEDS; seed++) {
      assertEquals(List.of(), RandomAsync.run(setting, seed).broken(), "seed " + seed);
    }
  }

  static Stream<Protocol> asynchronousOfThree() {
    return asynchronous().filter(protocol -> !protocol.id().startsWith("C4"));
  }

  @ParameterizedTest
  @MethodSource("asynchronousOfThree")
  void holdsWithThreeInAnyOrderWhereOneIsAsked(Protocol protocol) {
    int f = protocol.model().crashesMax(3);
    Request all = new Request(protocol.id(), "", 3, f, Request.Kind.ASYNC, 1, false, false);
    explore(protocol.workload().isForAll() ? all : all.askingUpTo(1));
  }
}
