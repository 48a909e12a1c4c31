package org.deltabed.protocol.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.deltabed.protocol.Mailbox;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.agreement.EarlyDecidingConsensus;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.harness.Schedule.Death;
import org.junit.jupiter.api.Test;

/** Consensus in rounds, over every crash schedule of up to four processes. */
class RoundConsensusTest {
  private static final int N_MAX = 4;

  /** "min(f'+2, f+1) rounds, f' the crashes that happen: the known optimum": met, and needed. */
  @Test
  void earlyDecidingConsensusTakesExactlyTheKnownOptimum() {
    for (int n = 1; n <= N_MAX; n++) {
      for (int f = 0; f < n; f++) {
        Map<Integer, Integer> optimum = new TreeMap<>();
        for (int crashes = 0; crashes <= f; crashes++) {
          optimum.put(crashes, Math.min(crashes + 2, f + 1));
        }
        assertEquals(optimum, worstRounds("C5", n, f), "n=" + n + " f=" + f);
      }
    }
  }

  @Test
  void floodSetAlwaysTakesAllRounds() {
    for (int n = 1; n < N_MAX; n++) {
      for (int f = 0; f < n; f++) {
        for (int rounds : worstRounds("FS", n, f).values()) {
          assertEquals(f + 1, rounds, "n=" + n + " f=" + f);
        }
      }
    }
  }

  /** Over all vectors of 0 and 1; and no property breaks, also of processes that crash. */
  private static Map<Integer, Integer> worstRounds(String id, int n, int f) {
    Protocol protocol = Catalogue.find(id);
    Map<Integer, Integer> worst = new TreeMap<>();
    for (Setup setup : Setup.all(protocol, n, f)) {
      RoundExplorer explorer = RoundExplorer.explore(protocol, setup);
      assertEquals(Map.of(), explorer.broken);
      explorer.worstRound.forEach((crashes, round) -> worst.merge(crashes, round, Math::max));
    }
    return worst;
  }

  /**
   * Departure 2: who has decided is silent. If p4 did not hear that p2, and then p3, decides, it
   * would take each silence for a crash.
   */
  @Test
  void whoDoesNotHearThatOthersAreEarlyIsLate() {
    final class Deaf extends EarlyDecidingConsensus {
      Deaf(Context context) {
        super(context);
      }

      @Override
      protected boolean somebodyIsEarly(Mailbox heard) {
        return false;
      }
    }
    Protocol c5 = Catalogue.find("C5");
    Protocol deaf = c5.with(c5.composition().swap("uc", part -> part.madeBy(Deaf::new)));
    Schedule schedule =
        Schedule.of(5, new Death(1, 0, ProcessSet.of(2)), new Death(5, 9, ProcessSet.of(2, 3)));
    for (int n = 1; n < 5; n++) { // with one vector of values, since only silences count here
      assertEquals(Map.of(), RoundExplorer.explore(deaf, Setup.of(n)).broken);
    }
    assertEquals(Map.of(), visited(c5, schedule).broken);
    assertEquals(Set.of("uc: early decision"), visited(deaf, schedule).broken.keySet());
  }

  private static SlotExplorer visited(Protocol protocol, Schedule schedule) {
    SlotExplorer explorer = new SlotExplorer(protocol, List.of(Setup.of(5)), 30);
    explorer.visit(schedule);
    return explorer;
  }

  @Test
  void theExplorerFindsWhatIsMistaken() {
    RoundExplorer explorer =
        RoundExplorer.explore(
            Catalogue.variant("C5-decides-at-once").protocol(), Setup.of(3, 1, 1, 0, 1));
    assertEquals(Set.of("uc: uniform agreement"), explorer.broken.keySet());
  }
}
