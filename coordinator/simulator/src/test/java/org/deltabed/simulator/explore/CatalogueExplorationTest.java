package org.deltabed.simulator.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every protocol of the catalogue keeps its promises in every schedule of small systems. */
class CatalogueExplorationTest {
  private static final ExploreOptions TWO_THREADS = ExploreOptions.with(2);

  /** Detectors out of towers of protocols: with two crashes they take long, and say no more. */
  private static final List<String> ONE_CRASH_SAYS_ALL = List.of("D5", "D5-nbac");

  static List<Protocol> protocols() {
    return Catalogue.protocols();
  }

  static Stream<Protocol> asynchronous() {
    return protocols().stream().filter(protocol -> protocol.model().isAsynchronous());
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
}
