package org.deltabed.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deltabed.trace.Kind;
import org.junit.jupiter.api.Test;

class F14_ReorderTest {
  @Test
  void anOlderFrameAfterANewerOneIsDropped() {
    Cluster cluster = new Cluster(3).start();
    int round = cluster.startRun("C2", 6);
    cluster.runToSlot(round + 2, 2);
    byte[] older =
        cluster.forge(Cluster.KEY, Cluster.SESSION, 1, round, 1, 0); // round + 2 has been taken
    cluster.line.inject(older);
    cluster.runCycles(6);
    for (int process = 2; process <= 3; process++) {
      assertTrue(cluster.rejections(process).contains("{\"reason\":\"repeated\"}"));
      assertTrue(cluster.node(process).alive());
      assertFalse(cluster.node(process).journal.has(Kind.LATE));
    }
  }

  @Test
  void aFrameOfARoundToComeIsNotTaken() {
    Cluster cluster = new Cluster(3).start();
    int round = cluster.startRun("C2", 6);
    cluster.runToSlot(round + 1, 2);
    cluster.line.inject(cluster.forge(Cluster.KEY, Cluster.SESSION, 1, round + 900, 1, 0));
    cluster.runCycles(7);
    for (int process = 2; process <= 3; process++) {
      assertTrue(cluster.rejections(process).contains("{\"reason\":\"early\"}"));
      assertTrue(cluster.node(process).alive());
      assertEquals(6 * 2, frames(cluster, process, round), "frames of both others in each round");
    }
  }

  private static long frames(Cluster cluster, int process, int from) {
    return cluster.node(process).journal.of(Kind.FRAME).stream()
        .filter(frame -> frame.round() >= from)
        .count();
  }
}
