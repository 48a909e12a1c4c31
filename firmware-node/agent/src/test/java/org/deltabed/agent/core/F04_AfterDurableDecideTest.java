package org.deltabed.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.junit.jupiter.api.Test;

class F04_AfterDurableDecideTest {
  @Test
  void decisionIsForcedBeforeTheCrashAndNothingIsSentAfterIt() {
    Cluster cluster = new Cluster(5).start();
    cluster.startRun("C2", 6, 5, new CrashPoint.AfterDecide());
    cluster.runCycles(9);
    VirtualNode crashed = cluster.node(5);
    assertEquals(Halted.CRASH_POINT, crashed.halted().exitCode());
    assertEquals(1, cluster.decisions(5).size());
    TraceRecord last = crashed.journal.all().getLast();
    assertEquals(Kind.CRASH_POINT, last.kind());
    assertEquals(crashed.journal.records(), crashed.journal.forced());
    assertEquals(cluster.decisions(1), cluster.decisions(5));
  }
}
