package org.deltabed.lab.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deltabed.checker.RunVerdict;
import org.deltabed.checker.Verdict;
import org.deltabed.lab.testing.LiveCampaign;
import org.deltabed.lab.testing.SharedCampaigns;
import org.junit.jupiter.api.Test;

/** F16: a frame comes later than its slot allows; it is named with its node, round and excess. */
class F16_DelayedFrameTest {

  @Test
  void aDelayedFrameBreaksTheBound() throws Exception {
    LiveCampaign campaign = SharedCampaigns.brokenBounds(F16_DelayedFrameTest::namesTheFrame);
    RunVerdict run = campaign.run("delay");
    assertEquals(Verdict.BOUND_BROKEN, run.verdict(), campaign::toString);
    assertTrue(run.lateFrames() > 0, campaign::toString);
    assertTrue(namesTheFrame(campaign), campaign::toString);
  }

  private static boolean namesTheFrame(LiveCampaign campaign) {
    return campaign.run("delay").reasons().stream()
        .anyMatch(
            reason ->
                reason.rule().equals("late frame")
                    && reason.node() == 2
                    && reason.round() == 2
                    && reason.slot() == 1
                    && reason.excessNs() > 0
                    && reason.excessNs() < 38_000_000);
  }
}
