package org.deltabed.lab.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deltabed.checker.RunVerdict;
import org.deltabed.checker.Verdict;
import org.deltabed.lab.testing.LiveCampaign;
import org.deltabed.lab.testing.SharedCampaigns;
import org.junit.jupiter.api.Test;

/** F20: a node babbles over the frames of others. No progress is made up: the bound is broken. */
class F20_BabbleTest {

  @Test
  void aBabblingNodeBreaksTheBound() throws Exception {
    LiveCampaign campaign = SharedCampaigns.brokenBounds();
    RunVerdict run = campaign.run("babble");
    assertEquals(Verdict.BOUND_BROKEN, run.verdict(), campaign::toString);
    assertTrue(
        LiveCampaign.causes(run).stream().anyMatch(reason -> reason.round() == 2),
        campaign::toString);
  }
}
