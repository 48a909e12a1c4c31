package org.deltabed.protocol.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.properties.JobProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The job handlers and the logical clocks keep every property under every crash schedule of small
 * systems.
 */
class BasicsExhaustiveTest {
  @ParameterizedTest
  @CsvSource({
    "M1,1",
    "M1,2",
    "M1-async,1",
    "M1-async,2",
    "M2,1",
    "M2,2",
    "M2,3",
    "M2-vector,1",
    "M2-vector,2",
    "M2-vector,3"
  })
  void lockstepWithUpToAllButOneCrashed(String id, int n) {
    SlotExplorer explorer = SlotExplorer.exhaust(Catalogue.find(id), n, n - 1);
    assertEquals(Map.of(), explorer.broken);
    assertTrue(explorer.judgements > 0);
  }

  @ParameterizedTest
  @CsvSource({"M1", "M1-async", "M2", "M2-vector"})
  void lockstepWithRequestsAtAnyTime(String id) {
    SlotExplorer explorer = SlotExplorer.exhaustAsked(Catalogue.find(id), 2, 1);
    assertEquals(Map.of(), explorer.broken);
  }

  @ParameterizedTest
  @CsvSource({"M1,2,1", "M2,2,1", "M2-vector,2,1"})
  void inAnyOrder(String id, int n, int f) {
    AsyncExplorer explorer = AsyncExplorer.explore(Catalogue.find(id), n, f, true);
    assertEquals(Map.of(), explorer.broken);
    assertTrue(explorer.states() > 1);
  }

  /** Departure 1 of M1-async: what is confirmed is lost when the process crashes. */
  @Test
  void aCrashLosesConfirmedJobsOfTheAsynchronousHandler() {
    Protocol async =
        Catalogue.find("M1-async").judgedBy(List.of(JobProperties.uniformProcessing("jh")));
    assertEquals(Map.of(), SlotExplorer.exhaust(async, 2, 0).broken);
    assertEquals(
        Set.of("jh: uniform processing"), SlotExplorer.exhaust(async, 2, 1).broken.keySet());

    Protocol synchronous =
        Catalogue.find("M1").judgedBy(List.of(JobProperties.uniformProcessing("jh")));
    assertEquals(Map.of(), SlotExplorer.exhaust(synchronous, 2, 1).broken);
  }

  @Test
  void theConfirmationOfTheAsynchronousHandlerComesBeforeTheProcessing() {
    Protocol async =
        Catalogue.find("M1-async").judgedBy(List.of(JobProperties.processedFirst("jh")));
    assertEquals(Set.of("jh: processed first"), SlotExplorer.exhaust(async, 1, 0).broken.keySet());
  }
}
