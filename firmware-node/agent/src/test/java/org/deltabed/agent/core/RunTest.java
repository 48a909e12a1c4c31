package org.deltabed.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deltabed.trace.Kind;
import org.junit.jupiter.api.Test;

class RunTest {
  @Test
  void uniformConsensusDecidesWithinOneCycleWhereNobodyCrashes() {
    Cluster cluster = new Cluster(5).start();
    cluster.startRun("C2", 3);
    cluster.runCycles(6);
    for (VirtualNode node : cluster.line.nodes) {
      assertEquals(
          1,
          cluster.decisions(node.process).size(),
          "process " + node.process + node.journal.all());
      assertTrue(node.journal.has(Kind.RUN_END));
      assertFalse(node.journal.has(Kind.SILENCE), node.journal.all().toString());
    }
  }
}
