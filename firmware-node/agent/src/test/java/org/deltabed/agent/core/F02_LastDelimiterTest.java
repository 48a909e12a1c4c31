package org.deltabed.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.junit.jupiter.api.Test;

class F02_LastDelimiterTest {
  /** The power goes when all of a frame is on the line but the delimiter that ends it. */
  @Test
  void aFrameThatLacksNothingElseIsDeliveredInItsSlotAndNotTakenForLate() {
    Cluster cluster = new Cluster(3).start();
    int round = cluster.startRun("C2", 6);
    cluster.runToSlot(round + 1, 1);
    VirtualNode dying = cluster.node(2);
    cluster.line.fault =
        (sent, receiver) -> {
          if (sent.sender != dying.process) {
            return sent.bytes;
          }
          dying.powerOff();
          return Arrays.copyOf(sent.bytes, sent.bytes.length - 1);
        };
    cluster.runCycles(4);
    assertTrue(cluster.records(Kind.LATE).isEmpty(), cluster.records(Kind.LATE).toString());
    assertTrue(cluster.records(Kind.FALSE_SUSPICION).isEmpty());
    for (VirtualNode node : cluster.living()) {
      List<Integer> rounds =
          node.journal.of(Kind.SILENCE).stream().map(TraceRecord::round).distinct().toList();
      assertEquals(round + 2, rounds.getFirst(), "silent from the round after");
    }
  }
}
