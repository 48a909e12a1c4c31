package org.deltabed.protocol.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.deltabed.protocol.Crash;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.properties.DetectorProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The detectors that count cycles keep P's properties under every crash schedule. */
class DetectorsExhaustiveTest {
  /** Crashes come in the first cycles, so that they meet every moment of a period. */
  @ParameterizedTest
  @CsvSource({
    "D1,1,0,1",
    "D1,2,1,6",
    "D1,3,1,5",
    "D1,3,2,1",
    "D1,4,1,4",
    "D5,1,0,1",
    "D5,2,1,4",
    "D5,3,1,4",
    "D5,3,2,1",
    "D5-nbac,1,0,1",
    "D5-nbac,2,1,5",
    "D5-nbac,3,1,5"
  })
  void lockstep(String id, int n, int f, int crashCycles) {
    Protocol protocol = Catalogue.find(id);
    SlotExplorer explorer =
        new SlotExplorer(protocol, n, (crashCycles + protocol.cycles() + 1) * n);
    Schedule.all(n, f, crashCycles * n, explorer::visit);
    assertEquals(Map.of(), explorer.broken);
    assertTrue(f == 0 || explorer.judgements > 0);
  }

  /** Departure 2 of D5-nbac: an abort tells no two crashes apart. */
  @Test
  void atomicCommitDoesNotNameTwoThatCrash() {
    Protocol nbac = Catalogue.find("D5-nbac");
    assertEquals(
        Set.of("fd: strong completeness"), SlotExplorer.exhaust(nbac, 3, 2).broken.keySet());
  }

  /** "In slots" of each: how long after the crash the last one suspects. */
  @ParameterizedTest
  @CsvSource({"D1,2,6", "D1,3,10", "D1,4,14", "D5,2,2", "D5,3,5", "D5-nbac,2,9", "D5-nbac,3,14"})
  void aCrashIsDetectedInTime(String id, int n, int slotsMax) {
    Protocol protocol = Catalogue.find(id);
    int crashSlots = 6 * n;
    SlotExplorer explorer = new SlotExplorer(protocol, n, crashSlots + protocol.cycles() * n);
    long[] slowest = {0};
    Schedule.all(
        n,
        1,
        crashSlots,
        schedule -> {
          History history = explorer.visit(schedule);
          history
              .of(protocol.top(), Direction.INDICATION, Crash.class)
              .forEach(o -> slowest[0] = Math.max(slowest[0], o.slot() - history.lastCrashSlot()));
        });
    assertEquals(slotsMax, slowest[0]);
  }

  /** Nobody is suspected who lives, whatever the order of messages, while no cycle ends. */
  @ParameterizedTest
  @CsvSource({"D5", "D5-nbac"})
  void accuracyNeedsNoClock(String id) {
    Protocol accurate =
        Catalogue.find(id).judgedBy(java.util.List.of(DetectorProperties.strongAccuracy("fd")));
    AsyncExplorer explorer = AsyncExplorer.explore(accurate, 2, 1, false);
    assertEquals(Map.of(), explorer.broken);
    assertTrue(explorer.states() > 10);
  }
}
