package org.deltabed.lab.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deltabed.checker.RunVerdict;
import org.deltabed.checker.Verdict;
import org.deltabed.lab.testing.LiveCampaign;
import org.deltabed.lab.testing.SharedCampaigns;
import org.deltabed.lab.testing.Traces;
import org.deltabed.trace.Kind;
import org.junit.jupiter.api.Test;

/** F29: SIGSTOP beyond the slack. The node halts itself, and the bound is said to be broken. */
class F29_PauseTest {

  @Test
  void aStoppedNodeBreaksTheBound() throws Exception {
    LiveCampaign campaign = SharedCampaigns.brokenBounds();
    RunVerdict run = campaign.run("pause");
    assertEquals(Verdict.BOUND_BROKEN, run.verdict(), campaign::toString);
    assertEquals(2, run.verdict().exitCode());
    assertTrue(
        run.reasons().stream()
            .anyMatch(
                reason ->
                    reason.node() == 2
                        && (reason.round() == 2 || reason.round() == 3)
                        && reason.excessNs() > 100_000_000),
        campaign::toString);
    assertEquals(1, Traces.read(campaign.folder(), run.id() + "-lab.jsonl", Kind.PAUSE).size());
    assertEquals(1, Traces.read(campaign.folder(), run.id() + "-n2-*.jsonl", Kind.HALT).size());
  }
}
