package org.deltabed.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deltabed.trace.Kind;
import org.junit.jupiter.api.Test;

class F18_MasqueradeTest {
  @Test
  void aFrameInAnothersNameOutsideItsSlotIsNotTaken() {
    Cluster cluster = new Cluster(5).start();
    int round = cluster.startRun("C2", 5);
    cluster.runToSlot(round + 1, 2);
    // Somebody with the key claims to be process 5 in slot 2.
    cluster.line.inject(cluster.forge(Cluster.KEY, Cluster.SESSION, 1, round + 1, 5, 0));
    cluster.runCycles(6);
    for (int process = 1; process <= 4; process++) {
      assertTrue(cluster.rejections(process).contains("{\"reason\":\"early\"}"));
      assertEquals(1, cluster.decisions(process).size());
      assertFalse(cluster.node(process).journal.has(Kind.SILENCE));
    }
    assertTrue(cluster.rejections(5).contains("{\"reason\":\"own-sender\"}"));
    assertTrue(cluster.node(5).alive());
  }
}
