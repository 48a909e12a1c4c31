package org.deltabed.protocol.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.deltabed.protocol.Decide;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.history.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The correct protocols keep every property under every crash schedule of small systems. */
class ExhaustiveTest {
  @ParameterizedTest
  @CsvSource({
    "D2,2", "D2,3", "D2,4", "B1,1", "B1,2", "B1,3", "B1,4", "C1,1", "C1,2", "C1,3", "C1,4", "C2,1",
    "C2,2", "C2,3", "C2,4"
  })
  void lockstepWithUpToAllButOneCrashed(String id, int n) {
    SlotExplorer explorer = SlotExplorer.exhaust(Catalogue.find(id), n, n - 1);
    assertEquals(Map.of(), explorer.broken);
    assertTrue(explorer.judgements > 0);
    assertEquals(expectedSchedules(n), explorer.schedules);
  }

  /**
   * Each process: alive, or dead in one of n-1 slots of others, or in its own with one of 2^(n-1)
   * sets reached.
   */
  private static long expectedSchedules(int n) {
    long deaths = n - 1 + (1L << (n - 1));
    long any = 1;
    long everybodyCrashes = 1;
    for (int p = 0; p < n; p++) {
      any *= 1 + deaths;
      everybodyCrashes *= deaths;
    }
    return any - everybodyCrashes;
  }

  @ParameterizedTest
  @ValueSource(strings = {"B1", "C1", "C2"})
  void lockstepWithRequestsAtAnyTime(String id) {
    for (int n = 1; n <= 3; n++) {
      assertEquals(Map.of(), SlotExplorer.exhaustAsked(Catalogue.find(id), n, n - 1).broken);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"C1", "C2"})
  void lockstepSampledWithFive(String id) {
    int n = 5;
    SlotExplorer explorer = new SlotExplorer(Catalogue.find(id), n, 5 * n);
    long seed = 0x5eed;
    for (int i = 0; i < 3_000; i++) {
      seed = seed * 6364136223846793005L + 1442695040888963407L;
      explorer.visit(Samples.schedule(n, n - 1, 2 * n, seed));
    }
    assertEquals(Map.of(), explorer.broken);
  }

  @ParameterizedTest
  @CsvSource({
    "C1,1,false",
    "C1,2,true",
    "C1,3,false",
    "C2,1,false",
    "C2,2,true",
    "C2,3,false",
    "D2,3,false",
    "B1,2,true"
  })
  void asynchronousWithP(String id, int n, boolean late) {
    AsyncExplorer explorer = AsyncExplorer.explore(Catalogue.find(id), n, n - 1, late);
    assertEquals(Map.of(), explorer.broken);
    assertTrue(explorer.states() > 1);
  }

  @Test
  void uniformConsensusDecidesForAllInExactlyOneCycle() {
    Protocol c2 = Catalogue.find("C2");
    for (int n = 1; n <= 4; n++) {
      int last = n - 1;
      SlotExplorer explorer = new SlotExplorer(c2, n, n);
      Schedule.all(
          n,
          n - 1,
          n,
          schedule -> {
            History history = explorer.visit(schedule);
            ProcessSet decided = decidedIn(history, last);
            assertEquals(history.correct(), decided, schedule::toString);
          });
    }
  }

  @Test
  void hierarchicalConsensusDecidesBeforeTheLastSlot() {
    for (int n = 2; n <= 4; n++) {
      SlotExplorer explorer = new SlotExplorer(Catalogue.find("C1"), n, n - 1);
      int size = n;
      Schedule.all(
          n,
          n - 1,
          n,
          schedule -> {
            History history = explorer.visit(schedule);
            ProcessSet decided = ProcessSet.EMPTY;
            for (int slot = 0; slot < size - 1; slot++) {
              decided = decided.union(decidedIn(history, slot));
            }
            assertTrue(history.correct().isSubsetOf(decided), schedule::toString);
          });
    }
  }

  private static ProcessSet decidedIn(History history, long slot) {
    ProcessSet decided = ProcessSet.EMPTY;
    for (var occurrence : history.occurrences()) {
      if (occurrence.event() instanceof Decide && occurrence.slot() == slot) {
        decided = decided.with(occurrence.process());
      }
    }
    return decided;
  }
}
