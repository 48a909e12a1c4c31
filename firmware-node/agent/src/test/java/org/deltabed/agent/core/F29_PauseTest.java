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

  @Test
  void betweenRunsANodeThatLostTimeListensAnewAndJoinsAgain() {
    Cluster cluster = new Cluster(5).start();
    VirtualNode paused = cluster.node(2);
    paused.pause(2 * cluster.timing.slotNs());
    cluster.runCycles(8);
    assertTrue(paused.journal.has(Kind.OVERRUN) || paused.journal.has(Kind.MISSED_SLOT));
    assertEquals(2, timesListened(paused));
    for (VirtualNode node : cluster.line.nodes) {
      assertEquals(NodeState.JOINED, node.node().state(), "process " + node.process);
      assertFalse(node.journal.has(Kind.LATE), "it never sends late");
    }
    cluster.startRun("C2", 3);
    cluster.runCycles(6);
    for (VirtualNode node : cluster.line.nodes) {
      assertEquals(1, cluster.decisions(node.process).size(), "process " + node.process);
    }
  }

  @Test
  void aPauseOverARunThatIsArmedHaltsTheNode() {
    Cluster cluster = new Cluster(5).start();
    cluster.startRun("C2", 3);
    cluster.node(2).pause(2 * cluster.timing.slotNs());
    cluster.runCycles(2);
    assertEquals(Halted.FAIL_SILENT, cluster.node(2).halted().exitCode());
  }

  @Test
  void aRunThatWasPreparedBeforeTheNodeLostTimeIsNotStarted() {
    Cluster cluster = new Cluster(5).start();
    VirtualNode paused = cluster.node(2);
    Run run = Run.prepare(cluster.order("C2", 2, 3, null), paused.settings, paused.journal);
    assertTrue(paused.command(node -> node.prepare(run, paused.clockNs())).ok());
    paused.pause(2 * cluster.timing.slotNs());
    long limitNs = cluster.line.nowNs() + 8 * cluster.timing.cycleNs();
    while (paused.node().state() != NodeState.INTEGRATING && cluster.line.nowNs() < limitNs) {
      cluster.line.runUntil(cluster.line.nowNs() + cluster.timing.slotNs() / 50);
    }
    int round = paused.node().round() + 2;
    Answer answer = paused.command(node -> node.start(Cluster.NONCE, round, paused.clockNs()));
    assertEquals(new Answer(false, "not joined", paused.node().round()), answer);
    cluster.runCycles(6);
    assertTrue(paused.alive());
    assertFalse(paused.journal.has(Kind.RUN_START));
  }

  private static long timesListened(VirtualNode node) {
    return node.journal.of(Kind.STATE).stream()
        .filter(state -> state.data().contains("\"listen\""))
        .count();
  }

  private static long sentBy(Cluster cluster, int process) {
    return cluster.line.transmissions.stream().filter(sent -> sent.sender == process).count();
  }
}
