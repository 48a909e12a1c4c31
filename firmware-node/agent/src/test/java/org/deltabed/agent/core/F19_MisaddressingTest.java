package org.deltabed.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class F19_MisaddressingTest {
  @Test
  void aFrameForAnotherIsNotTakenAndCounted() {
    Cluster cluster = new Cluster(5).start();
    int round = cluster.startRun("C2", 5);
    cluster.runToSlot(round + 1, 2);
    cluster.line.inject(cluster.forge(Cluster.KEY, Cluster.SESSION, 1, round + 1, 3, 4));
    cluster.runCycles(6);
    for (int process : new int[] {1, 2, 5}) {
      assertTrue(cluster.rejections(process).contains("{\"reason\":\"other-addressee\"}"));
    }
    for (VirtualNode node : cluster.line.nodes) {
      assertTrue(node.alive());
      assertEquals(1, cluster.decisions(node.process).size());
    }
  }
}
