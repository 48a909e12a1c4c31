package org.deltabed.protocol.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.NewView;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.harness.Schedule.Death;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.Occurrence;
import org.deltabed.protocol.mistakes.InstallsAsDecided;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Group membership and view synchrony under every crash schedule of small systems. */
class MembershipExhaustiveTest {
  @ParameterizedTest
  @CsvSource({"G1,1,0", "G1,2,1", "G1,3,2", "G1,4,2"})
  void lockstepWithUpToSoManyCrashed(String id, int n, int f) {
    SlotExplorer explorer = SlotExplorer.exhaust(Catalogue.find(id), n, f);
    assertEquals(Map.of(), explorer.broken);
    assertTrue(explorer.judgements > 0 || n == 1);
  }

  @ParameterizedTest
  @CsvSource({"G1,1", "G1,2", "G1,3"})
  void asynchronousWithP(String id, int n) {
    AsyncExplorer explorer = AsyncExplorer.explore(Catalogue.find(id), n, n - 1, false);
    assertEquals(Map.of(), explorer.broken);
    assertTrue(explorer.states() >= 1);
  }

  /**
   * Departure 2 of G1: p1 proposes V(1, {p1 p2 p3}) before it hears of the other crash, and p2
   * hears what is decided after that first.
   */
  @Test
  void viewsInstalledAsTheyAreDecidedAreNotMonotonic() {
    Protocol g1 = Catalogue.find("G1");
    Protocol literal =
        g1.with(g1.composition().swap("gmp", part -> part.madeBy(InstallsAsDecided::new)));
    assertEquals(
        Set.of("gmp: local monotonicity"),
        AsyncExplorer.explore(literal, 4, 2, false).broken.keySet());
    assertEquals(Map.of(), AsyncExplorer.explore(g1, 4, 2, false).broken);
    assertEquals(Map.of(), SlotExplorer.exhaust(literal, 4, 2).broken);
  }

  /**
   * p1 detects p4, of whom p2 and p3 have heard, and p2 detects p1, whose frame came to p3 only. In
   * the slot in which p3 detects p4 it decides the view of p2, which is without p1, and detects p1
   * in the next.
   */
  @Test
  void aViewMayExcludeWhoIsNotDetectedYet() {
    Schedule schedule =
        Schedule.of(4, new Death(4, 3, ProcessSet.of(2, 3)), new Death(1, 4, ProcessSet.of(3)));
    History history = SlotRun.run(Catalogue.find("G1"), Setup.of(4), schedule, 24);
    assertEquals(
        List.of(
            "p1 in 3: P Crash[process=4]",
            "p2 in 4: P Crash[process=1]",
            "p2 in 7: P Crash[process=4]",
            "p2 in 7: gmp NewView[view=V(1, {p2 p3 p4})]",
            "p3 in 7: P Crash[process=4]",
            "p3 in 7: gmp NewView[view=V(1, {p2 p3 p4})]",
            "p3 in 8: P Crash[process=1]",
            "p2 in 10: gmp NewView[view=V(2, {p2 p3})]",
            "p3 in 10: gmp NewView[view=V(2, {p2 p3})]"),
        history.occurrences().stream()
            .filter(o -> o.direction() == Direction.INDICATION)
            .filter(o -> o.instance().matches("gmp|P"))
            .map(o -> "p" + o.process() + " in " + o.slot() + ": " + o.instance() + " " + o.event())
            .toList());
  }

  /** From the last crash to the last view, over all schedules of two cycles: less than four. */
  @ParameterizedTest
  @CsvSource({"2,1,3", "3,2,8", "4,2,13"})
  void groupMembershipTakesSoManySlots(int n, int f, long expected) {
    SlotExplorer explorer = new SlotExplorer(Catalogue.find("G1"), n, 8 * n);
    long[] most = new long[1];
    Schedule.all(
        n, f, 2 * n, schedule -> most[0] = Math.max(most[0], slots(explorer.visit(schedule))));
    assertEquals(expected, most[0]);
    assertEquals(Map.of(), explorer.broken);
  }

  private static long slots(History history) {
    long last =
        history
            .of("gmp", Direction.INDICATION, NewView.class)
            .filter(o -> history.isCorrect(o.process()))
            .mapToLong(Occurrence::slot)
            .max()
            .orElse(-1);
    return last - history.lastCrashSlot();
  }
}
