package org.deltabed.protocol.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.catalogue.Workload;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The broadcasts keep every property under every crash schedule of small systems. */
class BroadcastExhaustiveTest {
  @ParameterizedTest
  @CsvSource({"B2,3", "B2,4", "B3,3", "B4,3", "B4,4", "B5,3"})
  void lockstepWithAsManyCrashesAsTheModelAllows(String id, int n) {
    Protocol protocol = Catalogue.find(id);
    SlotExplorer explorer = SlotExplorer.exhaust(protocol, n, protocol.model().crashesMax(n));
    assertEquals(Map.of(), explorer.broken);
    assertTrue(explorer.judgements > 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"B2", "B3", "B4", "B5"})
  void lockstepWithRequestsAtAnyTime(String id) {
    Protocol protocol = Catalogue.find(id);
    for (int n = 1; n <= 3; n++) {
      assertEquals(
          Map.of(), SlotExplorer.exhaustAsked(protocol, n, protocol.model().crashesMax(n)).broken);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"B2", "B3", "B4", "B5"})
  void asynchronousWithTwo(String id) {
    Protocol protocol = Catalogue.find(id);
    for (boolean late : new boolean[] {false, true}) {
      assertEquals(
          Map.of(),
          AsyncExplorer.explore(protocol, 2, protocol.model().crashesMax(2), late).broken);
    }
  }

  /** Messages are independent here, so one is enough to see every order of its copies. */
  @ParameterizedTest
  @ValueSource(strings = {"B2", "B3", "B4", "B5"})
  void asynchronousWithThreeAndOneSender(String id) {
    Protocol protocol = Catalogue.find(id).asked(Workload.BROADCAST_BY_FIRST);
    AsyncExplorer explorer =
        AsyncExplorer.explore(protocol, 3, protocol.model().crashesMax(3), false);
    assertEquals(Map.of(), explorer.broken);
    assertTrue(explorer.states() > 100);
  }
}
