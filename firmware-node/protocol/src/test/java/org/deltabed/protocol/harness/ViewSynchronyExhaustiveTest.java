package org.deltabed.protocol.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.NewView;
import org.deltabed.protocol.agreement.HierarchicalConsensus;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.Occurrence;
import org.deltabed.protocol.mistakes.ForgetsWhoBroadcast;
import org.deltabed.protocol.mistakes.IgnoresViewOfSets;
import org.deltabed.protocol.mistakes.TakesSetsAsOfThisView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * View synchrony in small systems, also under load: several broadcasts each, around the crashes.
 */
class ViewSynchronyExhaustiveTest {
  @ParameterizedTest
  @CsvSource({"G2,1,0", "G2,2,1", "G2,3,2", "G3,1,0", "G3,2,1", "G3,3,2"})
  void lockstepWithUpToSoManyCrashed(String id, int n, int f) {
    SlotExplorer explorer = SlotExplorer.exhaust(Catalogue.find(id), n, f);
    assertEquals(Map.of(), explorer.broken);
    assertTrue(explorer.judgements > 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"G2", "G3"})
  void lockstepAskedAtAnyTime(String id) {
    assertEquals(Map.of(), SlotExplorer.exhaustAsked(Catalogue.find(id), 2, 1).broken);
  }

  /** Three broadcasts each, in the first three cycles; crashes in the first two. */
  @ParameterizedTest
  @CsvSource({"G2,2,1", "G2,3,1", "G3,2,1", "G3,3,1"})
  void lockstepUnderLoad(String id, int n, int f) {
    Protocol protocol = Catalogue.find(id);
    SlotExplorer explorer =
        new SlotExplorer(
            protocol, List.of(Setup.ranks(n, f).each(3)), (2 * protocol.cycles() + 3) * n);
    Schedule.all(n, f, 2 * n, explorer::visit);
    assertEquals(Map.of(), explorer.broken);
  }

  @ParameterizedTest
  @CsvSource({"G2,2", "G3,2"})
  void asynchronousWithP(String id, int n) {
    AsyncExplorer explorer = AsyncExplorer.explore(Catalogue.find(id), n, n - 1, true);
    assertEquals(Map.of(), explorer.broken);
    assertTrue(explorer.states() > 1);
  }

  @ParameterizedTest
  @CsvSource({
    "G2,2,1", "G2,3,2", "G2,4,2", "G2,4,3", "G2,5,3", "G3,2,1", "G3,3,2", "G3,4,2", "G3,4,3",
    "G3,5,3"
  })
  void asynchronousSampledUnderLoad(String id, int n, int f) {
    assertEquals(Map.of(), AsyncSample.broken(Catalogue.find(id), Setup.ranks(n, f).each(3), 250));
  }

  /** Departure 3 of G3: a set of the view before lets a process go on that is not blocked. */
  @Test
  void aSetOfTheViewBeforeIsNoneOfThisView() {
    Protocol literal = with("G3", IgnoresViewOfSets::new);
    assertEquals(Map.of(), AsyncSample.broken(literal, Setup.ranks(3, 2).each(2), 300));
    Map<String, String> broken = AsyncSample.broken(literal, Setup.ranks(4, 2).each(2), 1_200);
    assertTrue(broken.containsKey("app/vs: same deliveries"), broken::toString);
  }

  /** Departure 1 of G3: two processes that broadcast the same. */
  @Test
  void theSameMessageOfAnotherIsAnotherMessage() {
    Setup alike = Setup.of(2, 0, 7, 7);
    assertEquals(
        Set.of("app: validity", "app/vs: validity", "app/vs: delivery agreement"),
        AsyncSample.broken(with("G3", ForgetsWhoBroadcast::new), alike, 20).keySet());
    assertEquals(Map.of(), AsyncSample.broken(Catalogue.find("G3"), alike, 20));
  }

  /** Departure 5 of G2: a set of the next view is none of this view. */
  @Test
  void aSetOfTheNextViewIsNoneOfThisView() {
    Protocol literal = with("G2", TakesSetsAsOfThisView::new);
    Map<String, String> broken = AsyncSample.broken(literal, Setup.ranks(4, 2).each(2), 250);
    assertTrue(broken.containsKey("app/vs: same deliveries"), broken::toString);
  }

  /**
   * Departure 6 of G2: p1 delivers its own set and installs the view, crashes before anybody hears
   * of the set, and the others get f. One in some thousands of runs; this is one.
   */
  @Test
  void theSetsAreSentByUniformBroadcast() {
    Protocol g2 = Catalogue.find("G2");
    Protocol regular =
        g2.with(
            g2.composition()
                .swap("app/vs/trb[]/cons", part -> part.madeBy(HierarchicalConsensus::new)));
    assertEquals(
        Set.of("app/vs: same deliveries"),
        AsyncSample.broken(regular, Setup.ranks(3, 2), 2_991, 2_992).keySet());
  }

  private static Protocol with(String id, Function<Component.Context, Component<?>> literal) {
    Protocol right = Catalogue.find(id);
    return right.with(right.composition().swap("app/vs", part -> part.madeBy(literal)));
  }

  /** From the last crash to the last view, over all schedules of two cycles. */
  @ParameterizedTest
  @CsvSource({"G2,2,1,7", "G2,3,2,17", "G2,4,1,18", "G3,2,1,5", "G3,3,2,11", "G3,4,1,14"})
  void takesSoManySlots(String id, int n, int f, long expected) {
    SlotExplorer explorer = new SlotExplorer(Catalogue.find(id), n, 14 * n);
    long[] most = new long[1];
    Schedule.all(
        n, f, 2 * n, schedule -> most[0] = Math.max(most[0], slots(explorer.visit(schedule))));
    assertEquals(expected, most[0]);
  }

  private static long slots(History history) {
    long last =
        history
            .of("app/vs", Direction.INDICATION, NewView.class)
            .filter(o -> history.isCorrect(o.process()))
            .mapToLong(Occurrence::slot)
            .max()
            .orElse(-1);
    return last - history.lastCrashSlot();
  }
}
