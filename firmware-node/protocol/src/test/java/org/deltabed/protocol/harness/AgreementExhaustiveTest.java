package org.deltabed.protocol.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.Occurrence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is built on consensus keeps every property, too; crashes in two cycles, since consensus is
 * in the second.
 */
class AgreementExhaustiveTest {
  @ParameterizedTest
  @ValueSource(strings = {"C4", "C4-uniform", "T1", "T1-uniform", "A1", "A2"})
  void lockstepWithUpToAllButOneCrashed(String id) {
    for (int n = 1; n <= 3; n++) {
      SlotExplorer explorer = SlotExplorer.exhaust(Catalogue.find(id), n, n - 1, 2 * n);
      assertEquals(Map.of(), explorer.broken);
      assertTrue(explorer.judgements > 0);
    }
  }

  @ParameterizedTest
  @CsvSource({"C4,2", "C4-uniform,2", "T1,3", "T1-uniform,3", "A1,2", "A2,2"})
  void lockstepWithRequestsAtAnyTime(String id, int nMax) {
    for (int n = 1; n <= nMax; n++) {
      assertEquals(Map.of(), SlotExplorer.exhaustAsked(Catalogue.find(id), n, n - 1).broken);
    }
  }

  @ParameterizedTest
  @CsvSource({"C4,2", "C4-uniform,2", "T1,2", "T1-uniform,2", "A1,2", "A2,2"})
  void asynchronousWithP(String id, int n) {
    AsyncExplorer explorer = AsyncExplorer.explore(Catalogue.find(id), n, n - 1, true);
    assertEquals(Map.of(), explorer.broken);
    assertTrue(explorer.states() > 1);
  }

  /** "One slot less would do on the bus if f = n-1, and else not". */
  @Test
  void consensusInSlotsNeedsItsLastSlot() {
    Protocol early = Catalogue.variant("C5-slot-early").protocol();
    assertEquals(Map.of(), SlotExplorer.exhaustAsked(early, 2, 1).broken);
    assertEquals(Map.of(), SlotExplorer.exhaustAsked(early, 3, 2).broken);
    assertEquals(
        Set.of("uc: uniform agreement"), SlotExplorer.exhaustAsked(early, 3, 1).broken.keySet());
  }

  /**
   * "if this coordinator process crashes before deciding or broadcasting a message to every
   * process, some processes may not receive the decision, which makes them block forever".
   */
  @Test
  void twoPhaseCommitBlocks() {
    Protocol asNonBlocking = Catalogue.variant("A2-as-non-blocking").protocol();
    assertEquals(Map.of(), SlotExplorer.exhaust(asNonBlocking, 3, 0, 6).broken);
    assertEquals(
        Set.of("tpc: termination"), SlotExplorer.exhaust(asNonBlocking, 2, 1, 4).broken.keySet());
    assertEquals(
        Set.of("tpc: termination"), SlotExplorer.exhaust(asNonBlocking, 3, 2, 6).broken.keySet());
  }

  /** In slots; {@link RoundConsensusTest} goes on to more crashes. */
  @Test
  void roundsWithUpToOneCrash() {
    for (String id : List.of("C5", "FS")) {
      for (int n = 1; n <= 3; n++) {
        for (int f = 0; f < Math.min(2, n); f++) {
          assertEquals(
              Map.of(), SlotExplorer.exhaust(Catalogue.find(id), n, f, (f + 1) * n).broken);
        }
      }
    }
  }

  @Test
  void consensusInSlotsForEveryF() {
    Protocol slots = Catalogue.find("C5-slots");
    for (int n = 1; n <= 3; n++) {
      for (int f = 0; f < n; f++) {
        assertEquals(Map.of(), SlotExplorer.exhaustAsked(slots, n, f).broken);
        assertEquals(Map.of(), AsyncExplorer.explore(slots, n, f, n < 3).broken);
        assertEquals(f, worstSlot("C5-slots", n, f));
      }
    }
  }

  /** "In slots": the last slot in which anybody that lives on delivers or decides, at worst. */
  @Test
  void theWorstTimeIsAsTheHeadersSay() {
    for (int n = 1; n <= 3; n++) {
      assertEquals(Math.max(0, n - 2), worstSlot("C4", n, n - 1));
      assertEquals(2 * n - 1, worstSlot("C4-uniform", n, n - 1));
      assertEquals(2 * n - 2, worstSlot("T1", n, n - 1));
      assertEquals(2 * n - 1, worstSlot("T1-uniform", n, n - 1));
      assertEquals(2 * n - 1, worstSlot("A1", n, n - 1));
    }
  }

  @Test
  void twoPhaseCommitTakesSlotNUnlessItsCoordinatorCrashes() {
    for (int n = 2; n <= 3; n++) {
      assertEquals(n, worstSlot("A2", n, n - 1, schedule -> schedule.deathOf(1) == null));
    }
  }

  private static long worstSlot(String id, int n, int f) {
    return worstSlot(id, n, f, schedule -> true);
  }

  /** Of those that live, each must have indicated something. */
  private static long worstSlot(String id, int n, int f, Predicate<Schedule> counts) {
    Protocol protocol = Catalogue.find(id);
    SlotExplorer explorer = new SlotExplorer(protocol, Setup.all(protocol, n, f), 4 * n);
    long[] worst = {-1};
    Schedule.all(
        n,
        f,
        2 * n,
        schedule -> {
          if (!counts.test(schedule)) {
            return;
          }
          History history = explorer.visit(schedule);
          ProcessSet done = ProcessSet.EMPTY;
          for (Occurrence o : history.occurrences()) {
            if (o.instance().equals(protocol.top()) && o.direction() == Direction.INDICATION) {
              done = done.with(o.process());
              worst[0] = Math.max(worst[0], o.slot());
            }
          }
          assertTrue(history.correct().isSubsetOf(done), schedule::toString);
        });
    return worst[0];
  }
}
