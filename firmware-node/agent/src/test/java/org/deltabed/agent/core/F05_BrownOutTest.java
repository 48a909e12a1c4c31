package org.deltabed.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deltabed.trace.Kind;
import org.junit.jupiter.api.Test;

class F05_BrownOutTest {
  @Test
  void quickRebootIsANewBootAndNeverTheSameProcessInTheRun() {
    Cluster cluster = new Cluster(5).start();
    int round = cluster.startRun("C2", 8);
    cluster.runToSlot(round + 1, 1);
    cluster.node(4).powerOff();
    VirtualNode reborn = cluster.add(4, 2, 0, 0);
    reborn.powerOn();
    cluster.runCycles(12);
    assertEquals(NodeState.JOINED, reborn.node().state());
    for (int process : new int[] {1, 2, 3, 5}) {
      VirtualNode node = cluster.node(process);
      assertTrue(node.alive());
      assertFalse(node.journal.has(Kind.FALSE_SUSPICION), "a new boot is no sign of life");
      assertTrue(cluster.rejections(process).contains("{\"reason\":\"other-boot\"}"));
      assertTrue(node.journal.has(Kind.RUN_END));
      assertTrue(node.node().heard() == 0b11111, "after the run it is heard again");
    }
  }
}
