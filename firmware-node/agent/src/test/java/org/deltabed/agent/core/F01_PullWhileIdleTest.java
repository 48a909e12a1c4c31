package org.deltabed.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.junit.jupiter.api.Test;

class F01_PullWhileIdleTest {
  @Test
  void detectedByAllWithinTheBoundAndNobodyElseIsSuspected() {
    Cluster cluster = new Cluster(5).start();
    int round = cluster.startRun("C2", 6);
    cluster.runToSlot(round + 1, 3);
    long cutNs = cluster.line.nowNs();
    cluster.node(2).powerOff();
    cluster.runCycles(4);
    for (VirtualNode node : cluster.living()) {
      List<TraceRecord> silences = node.journal.of(Kind.SILENCE);
      assertTrue(silences.stream().allMatch(silence -> silence.peer() == 2), silences.toString());
      long detectedNs = silences.getFirst().timeNs() - cutNs;
      assertTrue(detectedNs <= cluster.timing.detectionBoundNs(), "detected after " + detectedNs);
      assertEquals(1, crashes(node).size());
      assertFalse(node.journal.has(Kind.FALSE_SUSPICION));
    }
  }

  private static List<TraceRecord> crashes(VirtualNode node) {
    return node.journal.of(Kind.EVENT).stream()
        .filter(event -> event.data().contains("\"event\":\"Crash\",\"process\":2"))
        .toList();
  }
}
