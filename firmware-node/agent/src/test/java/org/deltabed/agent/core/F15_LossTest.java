package org.deltabed.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.junit.jupiter.api.Test;

class F15_LossTest {
  @Test
  void aFrameLostForAllIsASilenceAndItsSenderStops() {
    Cluster cluster = new Cluster(5).start();
    int round = cluster.startRun("C2", 6);
    cluster.runToSlot(round + 1, 1);
    long fromNs = cluster.line.nowNs() - cluster.timing.slotNs() / 2;
    long untilNs = fromNs + cluster.timing.slotNs();
    cluster.line.fault =
        (sent, receiver) ->
            sent.sender == 2 && sent.handedNs >= fromNs && sent.handedNs < untilNs
                ? null
                : sent.bytes;
    cluster.runCycles(5);
    for (int process : new int[] {1, 3, 4, 5}) {
      List<TraceRecord> silences = cluster.node(process).journal.of(Kind.SILENCE);
      assertEquals(2, silences.getFirst().peer());
      assertEquals(2, cluster.node(process).journal.of(Kind.FALSE_SUSPICION).getFirst().peer());
      assertTrue(cluster.node(process).alive());
    }
    assertTrue(cluster.node(2).journal.has(Kind.MINORITY), "nobody heard it: it stops");
    assertEquals(Halted.FAIL_SILENT, cluster.node(2).halted().exitCode());
  }
}
