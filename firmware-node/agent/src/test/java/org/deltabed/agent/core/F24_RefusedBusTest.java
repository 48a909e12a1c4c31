package org.deltabed.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.deltabed.trace.Kind;
import org.junit.jupiter.api.Test;

/** F24: a bus on which a node cannot work is refused at its start-up, by name. */
class F24_RefusedBusTest {
  private static final int UNREADABLE = 40;

  private final Cluster cluster = new Cluster(5);

  private void powerOnAllBut(int process) {
    cluster.line.nodes.stream()
        .filter(node -> node.process != process)
        .forEach(VirtualNode::powerOn);
  }

  private void inject(byte[] bytes) {
    cluster.line.inject(bytes);
    cluster.line.runUntil(cluster.line.nowNs() + cluster.timing.frameNs());
  }

  private void refuses(int process, String reason) {
    assertEquals(Halted.FAIL_SILENT, cluster.node(process).halted().exitCode());
    String said = cluster.node(process).journal.of(Kind.HALT).getFirst().data();
    assertTrue(said.contains(reason), said);
    assertTrue(
        cluster.line.transmissions.stream().noneMatch(sent -> sent.sender == process),
        "it never sends");
  }

  @Test
  void twoTestbedsOnOneBus() {
    cluster.node(3).powerOn();
    for (int round = 0; round < 3; round++) {
      inject(cluster.forge(Cluster.KEY, Cluster.SESSION + 1, 1, round, 2, 0));
    }
    refuses(3, "another session");
  }

  @Test
  void twoNodesWithOneId() {
    cluster.node(3).powerOn();
    for (int round = 0; round < 3; round++) {
      inject(cluster.forge(Cluster.KEY, Cluster.SESSION, 1, round, 3, 0));
    }
    refuses(3, "id is used twice");
  }

  @Test
  void aWrongBaudRate() {
    cluster.node(3).powerOn();
    byte[] noise = new byte[20];
    Arrays.fill(noise, (byte) 0x5a);
    noise[noise.length - 1] = 0;
    for (int i = 0; i < UNREADABLE; i++) {
      inject(noise);
    }
    refuses(3, "wrong baud rate");
  }

  @Test
  void aReplayedFrameOfAnotherSessionIsNoReason() {
    powerOnAllBut(3);
    cluster.runCycles(12);
    cluster.node(3).powerOn();
    inject(cluster.forge(Cluster.KEY, Cluster.SESSION + 1, 1, 7, 2, 0));
    cluster.runCycles(6);
    assertEquals(NodeState.JOINED, cluster.node(3).node().state());
  }

  /** What a node rejected while it was joined says nothing of the bus on which it listens anew. */
  @Test
  void strangeFramesBeforeItListenedAnewAreNoReason() {
    cluster.start();
    for (int i = 0; i < 4; i++) {
      inject(cluster.forge(Cluster.KEY, Cluster.SESSION + 1, 1, i, 2, 0));
      inject(cluster.forge(Cluster.KEY, Cluster.SESSION, 1, i, 3, 0));
    }
    VirtualNode node = cluster.node(3);
    node.pause(2 * cluster.timing.slotNs());
    long limitNs = cluster.line.nowNs() + 4 * cluster.timing.cycleNs();
    while (node.node().state() != NodeState.LISTEN && cluster.line.nowNs() < limitNs) {
      cluster.line.runUntil(cluster.line.nowNs() + cluster.timing.byteNs());
    }
    assertEquals(NodeState.LISTEN, node.node().state());
    node.receive(new byte[] {1, 2, 3, 0});
    cluster.runCycles(8);
    assertTrue(node.alive(), node.journal.of(Kind.HALT).toString());
    assertEquals(NodeState.JOINED, node.node().state());
  }
}
