package org.deltabed.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.junit.jupiter.api.Test;

class F16_DelayTest {
  @Test
  void aFrameBeyondItsDeadlineIsRecordedWithItsExcessAndNeverMerged() {
    Cluster cluster = new Cluster(5).start();
    int round = cluster.startRun("C2", 6);
    cluster.runToSlot(round + 1, 2);
    long delayNs = cluster.timing.slotNs() * 2;
    long fromNs = cluster.line.nowNs() - cluster.timing.slotNs() / 2;
    cluster.line.fault =
        new VirtualLine.Fault() {
          @Override
          public byte[] at(VirtualLine.Transmission sent, int receiver) {
            return sent.bytes;
          }

          @Override
          public long delayNs(VirtualLine.Transmission sent) {
            boolean hit = sent.sender == 3 && sent.handedNs >= fromNs;
            cluster.line.fault = hit ? (other, receiver) -> other.bytes : this;
            return hit ? delayNs + cluster.timing.slotNs() / 4 * 3 : 0;
          }
        };
    cluster.runCycles(4);
    for (int process : new int[] {1, 2, 4, 5}) {
      List<TraceRecord> late = cluster.node(process).journal.of(Kind.LATE);
      assertEquals(1, late.size(), "process " + process);
      assertEquals(3, late.getFirst().peer());
      assertEquals(round + 1, late.getFirst().round());
      assertEquals(2, late.getFirst().slot());
      assertTrue(late.getFirst().b() > delayNs / 2, "excess " + late.getFirst().b());
      boolean merged =
          cluster.node(process).journal.of(Kind.FRAME).stream()
              .anyMatch(frame -> frame.peer() == 3 && frame.round() == round + 1);
      assertFalse(merged);
      assertTrue(cluster.node(process).journal.has(Kind.FALSE_SUSPICION));
    }
  }
}
