package org.deltabed.simulator.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.catalogue.Variant;
import org.deltabed.protocol.history.Property;
import org.deltabed.simulator.automaton.Observed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** To let stale messages arrive at once changes nothing about how runs may end. */
class StaleMessagesTest {
  private static final ExploreOptions LET_GO = ExploreOptions.with(2);
  private static final ExploreOptions KEPT = LET_GO.transitionByTransition();

  static Stream<Protocol> asynchronous() {
    return Catalogue.protocols().stream().filter(protocol -> protocol.model().ordersEnd());
  }

  /** It makes a message of each that it gets, and they of that: it goes on and on. */
  private static final String GOES_ON = "L1-for-others";

  /** Two of them that are asked, every transition by itself, are millions of states. */
  private static final Set<String> LARGE =
      Set.of("L4", "M3", "R1", "R3", "R7-from-one", "R9", "R9-weak", "S4", "S5");

  private static final String EARLY = "C1-drops-early";

  static Stream<Variant> mistakes() {
    return Catalogue.variants().stream()
        .filter(variant -> variant.protocol().model().ordersEnd())
        .filter(variant -> variant.smallestN() <= 2 && !variant.id().equals(GOES_ON));
  }

  private static Findings explore(Request request, ExploreOptions options) {
    Exploration.Result result = new Exploration(request, options).run(() -> false, progress -> {});
    assertTrue(result.complete(), request::toString);
    return result.top().findings();
  }

  private static void sameEnds(Request request) {
    Findings kept = explore(request, KEPT);
    Findings letGo = explore(request, LET_GO);
    assertEquals(kept.histories(), letGo.histories(), request::toString);
    assertEquals(kept.broken().keySet(), letGo.broken().keySet());
    assertTrue(letGo.states() <= kept.states(), request::toString);
  }

  @ParameterizedTest
  @MethodSource("asynchronous")
  void runsOfTwoEndAsTheyDid(Protocol protocol) {
    sameEnds(ofTwo(protocol, ""));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void andSoDoThoseWithAMistake(Variant variant) {
    sameEnds(ofTwo(variant.protocol(), variant.id()));
  }

  private static Request ofTwo(Protocol protocol, String variant) {
    int f = protocol.model().crashesMax(2);
    Request request =
        new Request(protocol.id(), variant, 2, f, Request.Kind.ASYNC, 1, false, false);
    return LARGE.contains(protocol.id()) ? request.askingUpTo(1) : request;
  }

  /** B2 relays what a crashed process sent: three processes, and duplicates of every message. */
  @Test
  void withThreeTooWhereMostIsStale() {
    Request request = new Request("B2", "", 3, 1, Request.Kind.ASYNC, 1, false, false);
    Request two = request.askingUpTo(2);
    sameEnds(two);
    assertTrue(3 * explore(two, LET_GO).states() < explore(two, KEPT).states());
  }

  /**
   * It drops what comes early: stale on arrival, while the same message means something later. To
   * let it go at once would hide all runs in which it comes in time.
   */
  @Test
  void whatMeansSomethingLaterIsKept() {
    sameEnds(new Request("C1", EARLY, 3, 0, Request.Kind.ASYNC, 1, false, false));
    Protocol protocol = Catalogue.variant(EARLY).protocol();
    List<Property> judged =
        protocol.properties().stream().filter(p -> p.instance().equals("cons")).toList();
    Asynchronous letGo =
        new Asynchronous(
            Question.of(protocol, 3, 0, 1), Observed.of(Set.of("cons")), judged, LET_GO);
    Findings found = letGo.explore(() -> false, progress -> {});
    assertFalse(letGo.revived().isEmpty(), "it was noticed");
    assertTrue(found.broken().containsKey("cons: termination"), "and is not always dropped");
  }
}
