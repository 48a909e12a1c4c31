package org.deltabed.protocol.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.junit.jupiter.api.Test;

/** Consensus in rounds, over every crash schedule of up to four processes. */
class RoundConsensusTest {
  private static final int N_MAX = 4;

  /** "min(f'+2, f+1) rounds, f' the crashes that happen: the known optimum": met, and needed. */
  @Test
  void earlyDecidingConsensusTakesExactlyTheKnownOptimum() {
    for (int n = 1; n <= N_MAX; n++) {
      for (int f = 0; f < n; f++) {
        TreeMap<Integer, Integer> optimum = new TreeMap<>();
        for (int crashes = 0; crashes <= f; crashes++) {
          optimum.put(crashes, Math.min(crashes + 2, f + 1));
        }
        assertEquals(optimum, worstRounds("C5", n, f), "n=" + n + " f=" + f);
      }
    }
  }

  @Test
  void floodSetAlwaysTakesAllRounds() {
    for (int n = 1; n <= N_MAX; n++) {
      for (int f = 0; f < n; f++) {
        for (int rounds : worstRounds("FS", n, f).values()) {
          assertEquals(f + 1, rounds, "n=" + n + " f=" + f);
        }
      }
    }
  }

  /** Over all vectors of 0 and 1; and no property breaks, also of processes that crash. */
  private static TreeMap<Integer, Integer> worstRounds(String id, int n, int f) {
    Protocol protocol = Catalogue.find(id);
    TreeMap<Integer, Integer> worst = new TreeMap<>();
    for (Setup setup : Setup.all(protocol, n, f)) {
      RoundExplorer explorer = RoundExplorer.explore(protocol, setup);
      assertEquals(Map.of(), explorer.broken);
      explorer.worstRound.forEach((crashes, round) -> worst.merge(crashes, round, Math::max));
    }
    return worst;
  }

  /** What the early ones say is needed: who has decided is silent, and would be missed. */
  @Test
  void theExplorerFindsWhatIsMistaken() {
    RoundExplorer explorer =
        RoundExplorer.explore(
            Catalogue.variant("C5-decides-at-once").protocol(), Setup.of(3, 1, 1, 0, 1));
    assertEquals(java.util.Set.of("uc: uniform agreement"), explorer.broken.keySet());
  }
}
