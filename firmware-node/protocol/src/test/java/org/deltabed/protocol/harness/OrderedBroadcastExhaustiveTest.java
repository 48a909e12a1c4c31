package org.deltabed.protocol.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.deltabed.protocol.catalogue.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The broadcasts that promise an order keep every property of theirs and of what they use. */
class OrderedBroadcastExhaustiveTest {
  @ParameterizedTest
  @ValueSource(strings = {"B6", "B7", "B7-uniform", "B8", "B9", "B10", "B10-uniform", "B10-C5"})
  void lockstepWithUpToAllButOneCrashed(String id) {
    SlotExplorer explorer = SlotExplorer.exhaust(Catalogue.find(id), 3, 2);
    assertEquals(Map.of(), explorer.broken);
    assertTrue(explorer.judgements > 0);
    assertEquals(Map.of(), SlotExplorer.exhaustInTurn(Catalogue.find(id), 3, 2, 3).broken);
  }

  @ParameterizedTest
  @ValueSource(strings = {"B6", "B7", "B7-uniform", "B8", "B9", "B10", "B10-uniform", "B10-C5"})
  void lockstepWithTwoAndRequestsAtAnyTime(String id) {
    for (int n = 1; n <= 2; n++) {
      assertEquals(Map.of(), SlotExplorer.exhaustAsked(Catalogue.find(id), n, n - 1).broken);
    }
  }

  /** With f=n-2, the last leads no round of consensus. */
  @Test
  void lockstepWithFewerLeadersThanProcesses() {
    for (int n = 2; n <= 3; n++) {
      SlotExplorer explorer = SlotExplorer.exhaust(Catalogue.find("B10-C5"), n, n - 2, 2 * n);
      assertEquals(Map.of(), explorer.broken);
    }
  }

  /** With the requests at any time where that is not too much. */
  @ParameterizedTest
  @CsvSource({
    "B6,true",
    "B7,true",
    "B7-uniform,false",
    "B8,false",
    "B9,true",
    "B10,true",
    "B10-uniform,false",
    "B10-C5,false"
  })
  void asynchronousWithTwo(String id, boolean late) {
    AsyncExplorer explorer = AsyncExplorer.explore(Catalogue.find(id), 2, 1, late);
    assertEquals(Map.of(), explorer.broken);
    assertTrue(explorer.states() > 100);
  }
}
