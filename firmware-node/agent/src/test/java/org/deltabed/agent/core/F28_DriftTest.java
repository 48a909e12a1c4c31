package org.deltabed.agent.core;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deltabed.trace.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class F28_DriftTest {
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 8})
  void withinTheWiringsDriftSlotsAgreeToThePrecision(int n) {
    Cluster cluster = Cluster.empty(n);
    int ppm = cluster.testbed.clock().driftPpmMax();
    for (int process = 1; process <= n; process++) {
      long drift = process % 2 == 0 ? ppm : -ppm;
      cluster.add(process, 1, process * 1_000_000_007L, drift);
    }
    cluster.start();
    cluster.startRun("C2", 60);
    long worstNs = 0;
    for (int i = 0; i < 50; i++) {
      cluster.runCycles(1);
      worstNs = Math.max(worstNs, spreadNs(cluster));
    }
    assertTrue(worstNs <= cluster.testbed.clock().precisionNs(), "spread " + worstNs + " ns");
    assertTrue(cluster.records(Kind.SILENCE).isEmpty());
  }

  /** How far apart the nodes' starts of one slot are, in the line's time. */
  private static long spreadNs(Cluster cluster) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (VirtualNode node : cluster.line.nodes) {
      long startNs = node.slotStartNs(0);
      first = Math.min(first, startNs);
      last = Math.max(last, startNs);
    }
    return last - first;
  }

  @Test
  void aClockBeyondItDropsOut() {
    Cluster cluster = Cluster.empty(5);
    for (int process = 1; process <= 5; process++) {
      cluster.add(process, 1, 0, process == 4 ? 30_000 : 0);
    }
    cluster.start();
    cluster.runCycles(60);
    assertFalse(cluster.node(4).alive(), "a clock that nobody can follow");
    for (int process : new int[] {1, 2, 3, 5}) {
      assertTrue(cluster.node(process).alive(), "process " + process);
    }
  }
}
