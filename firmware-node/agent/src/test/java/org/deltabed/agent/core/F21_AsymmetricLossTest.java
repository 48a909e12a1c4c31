package org.deltabed.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deltabed.trace.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class F21_AsymmetricLossTest {
  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5})
  void whoMissesAFrameThatMostHaveStopsAndTheOthersGoOn(int n) {
    Cluster cluster = new Cluster(n).start();
    int round = cluster.startRun("C2", 8);
    cluster.runToSlot(round + 1, 0);
    long fromNs = cluster.line.nowNs() - cluster.timing.slotNs() / 2;
    long untilNs = fromNs + cluster.timing.slotNs();
    cluster.line.fault =
        (sent, receiver) ->
            receiver == n && sent.sender == 1 && sent.handedNs >= fromNs && sent.handedNs < untilNs
                ? null
                : sent.bytes;
    cluster.runCycles(9);
    VirtualNode minority = cluster.node(n);
    assertTrue(minority.journal.has(Kind.FALSE_SUSPICION));
    assertEquals(1, minority.journal.of(Kind.MINORITY).getFirst().peer());
    assertEquals(Halted.FAIL_SILENT, minority.halted().exitCode());
    for (int process = 1; process < n; process++) {
      assertTrue(cluster.node(process).alive(), "process " + process);
      assertFalse(cluster.node(process).journal.has(Kind.FALSE_SUSPICION));
    }
  }
}
