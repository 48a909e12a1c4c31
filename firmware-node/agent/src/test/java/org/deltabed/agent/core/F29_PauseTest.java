package org.deltabed.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deltabed.trace.Kind;
import org.junit.jupiter.api.Test;

class F29_PauseTest {
  @Test
  void aPauseOverItsOwnSlotHaltsTheNodeWithoutSending() {
    Cluster cluster = new Cluster(5).start();
    int round = cluster.startRun("C2", 6);
    cluster.runToSlot(round + 1, 0);
    cluster.node(2).pause(cluster.timing.slotNs() * 2);
    long sentBefore = sentBy(cluster, 2);
    cluster.runCycles(4);
    assertEquals(Halted.FAIL_SILENT, cluster.node(2).halted().exitCode());
    assertEquals(sentBefore, sentBy(cluster, 2), "it never sends late");
    boolean said =
        cluster.node(2).journal.has(Kind.OVERRUN) || cluster.node(2).journal.has(Kind.MISSED_SLOT);
    assertTrue(said);
    assertEquals(cluster.node(2).journal.records(), cluster.node(2).journal.forced());
  }

  @Test
  void aMissedOwnSlotIsRecordedWithItsExcess() {
    Cluster cluster = new Cluster(5).start();
    int round = cluster.startRun("C2", 6);
    cluster.runToSlot(round + 1, 1);
    long toStart = cluster.node(2).node().dueNs() - cluster.node(2).clockNs();
    cluster.line.runUntil(cluster.line.nowNs() + Math.max(0, toStart) - 1_000);
    cluster.node(2).pause(cluster.timing.sendSlackNs() + 100_000 + Math.max(0, toStart));
    cluster.runCycles(3);
    assertFalse(cluster.node(2).alive());
  }

  private static long sentBy(Cluster cluster, int process) {
    return cluster.line.transmissions.stream().filter(sent -> sent.sender == process).count();
  }
}
