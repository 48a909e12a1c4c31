package org.deltabed.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.deltabed.trace.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class F26_StartUpTest {
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
  void fromManyRandomOffsetsOneClusterWithOneViewOfTheRound(int n) {
    for (int seed = 0; seed < 30; seed++) {
      Random random = new Random(31L * n + seed);
      Cluster cluster = Cluster.empty(n);
      // Frames that pass each other while they are noticed late are what makes start-up hard.
      cluster.line.jitter(random, seed % 3 == 0 ? 2_000_000 : 100_000);
      long spreadNs = seed % 2 == 0 ? cluster.timing.slotNs() : 4 * cluster.timing.cycleNs();
      for (int process = 1; process <= n; process++) {
        VirtualNode node =
            cluster.add(process, 1, random.nextLong(1L << 50), random.nextInt(41) - 20);
        cluster.line.at(random.nextLong(spreadNs), node::powerOn);
      }
      cluster.line.runUntil(spreadNs + 12 * cluster.timing.cycleNs());
      oneCluster(cluster, "n " + n + " seed " + seed);
    }
  }

  private static void oneCluster(Cluster cluster, String what) {
    long everybody = (1L << cluster.testbed.n()) - 1;
    for (VirtualNode node : cluster.line.nodes) {
      assertTrue(node.alive(), what + ": process " + node.process + " " + node.halted());
      assertEquals(NodeState.JOINED, node.node().state(), what + ": process " + node.process);
      assertEquals(everybody, node.node().heard(), what + ": process " + node.process);
      assertEquals(
          cluster.node(1).node().position() / cluster.testbed.n(), node.node().round(), what);
    }
  }

  @Test
  void oneThatStartsLateJoins() {
    Cluster cluster = new Cluster(5);
    VirtualNode late = cluster.node(3);
    cluster.line.nodes.stream().filter(node -> node != late).forEach(VirtualNode::powerOn);
    cluster.runCycles(20);
    late.powerOn();
    cluster.runCycles(5);
    oneCluster(cluster, "late");
  }

  /** Between runs the nodes of the smaller cluster, or of the later of two equal ones, go over. */
  @ParameterizedTest
  @ValueSource(ints = {4, 5, 6, 7})
  void twoClustersThatMeetBetweenRunsBecomeOne(int n) {
    Cluster cluster = twoClusters(n);
    cluster.line.cut = false;
    cluster.runCycles(20);
    oneCluster(cluster, "n " + n);
  }

  /** A run cannot be in two clusters: the smaller one's nodes halt. */
  @Test
  void ofTwoClustersThatMeetTheSmallerStopsInItsRun() {
    Cluster cluster = twoClusters(5);
    for (int process = 1; process <= 2; process++) {
      VirtualNode node = cluster.node(process);
      Run run = Run.prepare(cluster.order("D2", process, 9, null), node.settings, node.journal);
      assertTrue(node.command(it -> it.prepare(run, node.clockNs())).ok());
      int round = node.node().round() + 2;
      assertTrue(node.command(it -> it.start(Cluster.NONCE, round, node.clockNs())).ok());
    }
    cluster.line.cut = false;
    cluster.runCycles(20);
    for (VirtualNode node : cluster.line.nodes) {
      boolean small = node.process <= 2;
      assertEquals(!small, node.alive(), "process " + node.process);
      String halt = node.journal.of(Kind.HALT).toString();
      assertEquals(small, halt.contains("another cluster"), halt);
    }
  }

  /** The low half of the ranks on one side of a cut bus, the high half on the other. */
  private static Cluster twoClusters(int n) {
    Cluster cluster = new Cluster(n);
    cluster.line.cut = true;
    for (int process = 1; process <= n / 2; process++) {
      cluster.node(process).powerOn();
    }
    cluster.runCycles(10);
    cluster.line.runUntil(cluster.line.nowNs() + cluster.timing.slotNs() / 2);
    for (int process = n / 2 + 1; process <= n; process++) {
      cluster.node(process).powerOn();
    }
    cluster.runCycles(10);
    return cluster;
  }
}
