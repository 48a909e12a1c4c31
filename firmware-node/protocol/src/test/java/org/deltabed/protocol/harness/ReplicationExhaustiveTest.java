package org.deltabed.protocol.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.mistakes.ForgetsItsNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The replicated state machine in small systems, also under load. */
class ReplicationExhaustiveTest {
  private static final Protocol S1 = Catalogue.find("S1");

  @ParameterizedTest
  @CsvSource({"1,0", "2,1", "3,2"})
  void lockstepWithUpToSoManyCrashed(int n, int f) {
    SlotExplorer explorer = SlotExplorer.exhaust(S1, n, f);
    assertEquals(Map.of(), explorer.broken);
    assertTrue(explorer.judgements > 0);
  }

  /** Three commands each, in the first three cycles; crashes in the first two. */
  @ParameterizedTest
  @CsvSource({"2,1", "3,1"})
  void lockstepUnderLoad(int n, int f) {
    SlotExplorer explorer =
        new SlotExplorer(S1, List.of(Setup.ranks(n, f).each(3)), (2 * S1.cycles() + 3) * n);
    Schedule.all(n, f, 2 * n, explorer::visit);
    assertEquals(Map.of(), explorer.broken);
  }

  @Test
  void asynchronousWithP() {
    AsyncExplorer explorer = AsyncExplorer.explore(S1, 2, 1, true);
    assertEquals(Map.of(), explorer.broken);
    assertTrue(explorer.states() > 10_000);
  }

  @ParameterizedTest
  @CsvSource({"2,1", "3,2", "4,3"})
  void asynchronousSampledUnderLoad(int n, int f) {
    assertEquals(Map.of(), AsyncSample.broken(S1, Setup.ranks(n, f).each(3), 250));
  }

  /** Departure 3: total order broadcast takes the second of two equal commands for the first. */
  @Test
  void twoEqualCommandsAreTwo() {
    Protocol literal =
        S1.with(S1.composition().swap("rsm", part -> part.madeBy(ForgetsItsNumber::new)));
    Map<String, String> broken = AsyncSample.broken(literal, Setup.ranks(2, 0).each(3), 50);
    assertEquals(Set.of("rsm: termination"), Set.copyOf(own(broken)));
    assertEquals(Map.of(), AsyncSample.broken(S1, Setup.ranks(2, 0).each(3), 50));
  }

  private static List<String> own(Map<String, String> broken) {
    return broken.keySet().stream().filter(id -> id.startsWith("rsm:")).toList();
  }
}
