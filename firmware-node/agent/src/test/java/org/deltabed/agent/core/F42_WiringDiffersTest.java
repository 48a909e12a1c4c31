package org.deltabed.agent.core;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class F42_WiringDiffersTest {
  @Test
  void refusedWithBothHashes() {
    Cluster cluster = new Cluster(3).start();
    VirtualNode node = cluster.node(1);
    RunOrder order = cluster.order("C2", 1, 4, null);
    RunOrder other =
        new RunOrder(
            order.run(),
            order.nonce(),
            order.protocol(),
            "",
            "0123456789abcdef",
            order.boots(),
            2,
            4,
            1,
            1,
            null);
    var refused =
        assertThrows(
            IllegalArgumentException.class, () -> Run.prepare(other, node.settings, node.journal));
    assertTrue(refused.getMessage().contains("0123456789abcdef"));
    assertTrue(refused.getMessage().contains(cluster.testbed.hash()));
  }
}
