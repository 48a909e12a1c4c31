package org.deltabed.lab.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deltabed.checker.RunVerdict;
import org.deltabed.checker.Verdict;
import org.deltabed.lab.testing.LiveCampaign;
import org.deltabed.lab.testing.SharedCampaigns;
import org.deltabed.lab.testing.TestPlan;
import org.junit.jupiter.api.Test;

/** F08: a relay that does not move. No crash is announced without evidence. */
class F08_RelayStuckTest {

  @Test
  void noCrashIsAnnouncedAndTheNodeIsNamed() throws Exception {
    LiveCampaign campaign =
        LiveCampaign.onBench(
            TestPlan.miswired(40, "[{dead: 3, use: relay}]")
                .run("stuck", "INCOMPLETE", "{powerCut: {node: 3, round: 2, slot: 0}}")
                .in(SharedCampaigns.folder("stuck")));
    RunVerdict run = campaign.run("stuck");
    assertEquals(Verdict.INCOMPLETE, run.verdict(), campaign::toString);
    assertTrue(run.crashes().isEmpty(), campaign::toString);
    assertTrue(run.suspicions().isEmpty(), campaign::toString);
    assertTrue(
        LiveCampaign.causes(run).stream().anyMatch(reason -> reason.text().contains("node 3")),
        campaign::toString);
  }
}
