package org.deltabed.lab.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deltabed.checker.RunVerdict;
import org.deltabed.checker.Verdict;
import org.deltabed.lab.testing.LiveCampaign;
import org.deltabed.lab.testing.SharedCampaigns;
import org.junit.jupiter.api.Test;

/** F15: a frame is lost. No round is left in which to repeat it, so the bound is broken. */
class F15_LossTest {

  @Test
  void theMissingFrameBreaksTheBound() throws Exception {
    LiveCampaign campaign = SharedCampaigns.brokenBounds();
    RunVerdict run = campaign.run("drop");
    assertEquals(Verdict.BOUND_BROKEN, run.verdict(), campaign::toString);
    assertTrue(
        run.reasons().stream().anyMatch(reason -> reason.node() == 2 && reason.round() == 2),
        campaign::toString);
  }
}
