package org.deltabed.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.deltabed.wire.BusKey;
import org.junit.jupiter.api.Test;

class F17_InsertionTest {
  @Test
  void framesOfAnotherSessionAreRejected() {
    Cluster cluster = new Cluster(5).start();
    int round = cluster.startRun("C2", 5);
    cluster.runToSlot(round + 1, 0);
    byte[] foreign = cluster.forge(Cluster.KEY, Cluster.SESSION + 1, 1, round + 1, 2, 0);
    inject(cluster, foreign);
    check(cluster, "session");
  }

  @Test
  void framesWithoutTheKeyAreRejected() {
    Cluster cluster = new Cluster(5).start();
    int round = cluster.startRun("C2", 5);
    cluster.runToSlot(round + 1, 0);
    byte[] otherKey = new byte[BusKey.BYTES];
    otherKey[0] = 1;
    inject(cluster, cluster.forge(BusKey.of(otherKey), Cluster.SESSION, 1, round + 1, 2, 0));
    check(cluster, "tag");
  }

  /** Within slot 1 but behind the frame of its owner. */
  private static void inject(Cluster cluster, byte[] bytes) {
    long slotNs = cluster.timing.slotNs();
    cluster.line.at(cluster.line.nowNs() + slotNs + slotNs / 4, () -> cluster.line.inject(bytes));
  }

  private static void check(Cluster cluster, String reason) {
    cluster.runCycles(6);
    for (VirtualNode node : cluster.line.nodes) {
      String expected = "{\"reason\":\"" + reason + "\"}";
      List<TraceRecord> rejects =
          node.journal.of(Kind.REJECT).stream()
              .filter(reject -> reject.data().equals(expected))
              .toList();
      assertEquals(1, rejects.size());
      assertEquals(1, rejects.getFirst().a(), "counted");
      assertTrue(node.alive());
      assertEquals(1, cluster.decisions(node.process).size());
      assertFalse(node.journal.has(Kind.SILENCE));
    }
  }
}
