package org.deltabed.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deltabed.trace.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class F03_PartialBroadcastTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void afterEachPrefixOfReceiversTheRestDecideAlike(int prefix) {
    Cluster cluster = new Cluster(5).start();
    List<Integer> order = List.of(4, 2, 5, 3);
    CrashPoint point = new CrashPoint.AfterSubFrames(1, 0, prefix, order);
    int round = cluster.startRun("C2", 6, 1, point);
    cluster.runCycles(9);
    assertEquals(Halted.CRASH_POINT, cluster.node(1).halted().exitCode());
    for (int process = 2; process <= 5; process++) {
      boolean reached = order.subList(0, prefix).contains(process);
      assertEquals(reached, framesOfFirst(cluster, process, round), "process " + process);
      assertEquals(1, cluster.decisions(process).size());
      assertEquals(cluster.decisions(2), cluster.decisions(process));
      assertTrue(cluster.node(process).alive(), "a partial broadcast is no reason to stop");
    }
    assertTrue(cluster.node(1).journal.has(Kind.CRASH_POINT));
  }

  private static boolean framesOfFirst(Cluster cluster, int process, int round) {
    return cluster.node(process).journal.of(Kind.FRAME).stream()
        .anyMatch(frame -> frame.peer() == 1 && frame.round() == round);
  }
}
