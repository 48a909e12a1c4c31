package org.deltabed.protocol.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.deltabed.protocol.catalogue.Catalogue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The links keep every property under every crash schedule of small systems. */
class LinksExhaustiveTest {
  @ParameterizedTest
  @CsvSource({"L1,1", "L1,2", "L1,3", "L2,1", "L2,2", "L2,3", "L3,1", "L3,2", "L3,3"})
  void lockstepWithUpToAllButOneCrashed(String id, int n) {
    SlotExplorer explorer = SlotExplorer.exhaust(Catalogue.find(id), n, n - 1);
    assertEquals(Map.of(), explorer.broken);
    assertTrue(explorer.judgements > 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"L1", "L2", "L3"})
  void lockstepWithRequestsAtAnyTime(String id) {
    SlotExplorer explorer = SlotExplorer.exhaustAsked(Catalogue.find(id), 2, 1);
    assertEquals(Map.of(), explorer.broken);
  }

  @ParameterizedTest
  @CsvSource({"1,0", "2,1"})
  void fairLossLinksInAnyOrder(int n, int f) {
    AsyncExplorer explorer = AsyncExplorer.explore(Catalogue.find("L1"), n, f, true);
    assertEquals(Map.of(), explorer.broken);
    assertTrue(explorer.states() > 1);
  }
}
