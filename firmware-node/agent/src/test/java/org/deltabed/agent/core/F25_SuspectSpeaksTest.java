package org.deltabed.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.junit.jupiter.api.Test;

class F25_SuspectSpeaksTest {
  @Test
  void aLateFrameFromASuspectedProcessIsAWitnessAgainstTheDetectorOnce() {
    Cluster cluster = new Cluster(5).start();
    int round = cluster.startRun("C2", 8);
    cluster.runToSlot(round + 1, 1);
    cluster.line.fault = (sent, receiver) -> receiver == 5 && sent.sender == 2 ? null : sent.bytes;
    cluster.runToSlot(round + 2, 0);
    cluster.line.fault = (sent, receiver) -> sent.bytes;
    cluster.runToSlot(round + 3, 4);
    List<TraceRecord> witnesses = cluster.node(5).journal.of(Kind.FALSE_SUSPICION);
    assertEquals(1, witnesses.size(), "latched, not repeated");
    assertEquals(2, witnesses.getFirst().peer());
    boolean taken =
        cluster.node(5).journal.of(Kind.FRAME).stream()
            .anyMatch(frame -> frame.peer() == 2 && frame.round() > round + 1);
    assertFalse(taken, "P does not take a suspicion back");
  }
}
