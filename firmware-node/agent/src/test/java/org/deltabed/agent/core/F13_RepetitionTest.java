package org.deltabed.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deltabed.trace.Kind;
import org.junit.jupiter.api.Test;

class F13_RepetitionTest {
  @Test
  void framesOfEarlierSlotsAreDroppedByCounter() {
    Cluster cluster = new Cluster(5).start();
    int round = cluster.startRun("C2", 5);
    cluster.runToSlot(round + 1, 3);
    byte[] seen =
        cluster.line.transmissions.stream()
            .filter(sent -> sent.sender == 2)
            .toList()
            .getLast()
            .bytes;
    long count = cluster.node(3).journal.of(Kind.ARRIVE).size();
    cluster.line.at(
        cluster.line.nowNs() + cluster.timing.slotNs() / 2, () -> cluster.line.inject(seen));
    cluster.runCycles(6);
    for (VirtualNode node : cluster.line.nodes) {
      if (node.process != 2) {
        assertTrue(cluster.rejections(node.process).contains("{\"reason\":\"repeated\"}"));
      }
      assertTrue(node.alive());
      assertFalse(node.journal.has(Kind.LATE));
      assertFalse(node.journal.has(Kind.FALSE_SUSPICION));
    }
    assertTrue(cluster.node(3).journal.of(Kind.ARRIVE).size() >= count);
    assertEquals(1, cluster.decisions(3).size());
  }
}
