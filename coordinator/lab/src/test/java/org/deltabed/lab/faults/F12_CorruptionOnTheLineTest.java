package org.deltabed.lab.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deltabed.checker.RunVerdict;
import org.deltabed.checker.Verdict;
import org.deltabed.lab.testing.LiveCampaign;
import org.deltabed.lab.testing.SharedCampaigns;
import org.deltabed.lab.testing.Traces;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.junit.jupiter.api.Test;

/**
 * F12: three bits of a frame are flipped on the line. No node accepts it, each counts it, and a
 * frame is missing.
 */
class F12_CorruptionOnTheLineTest {

  @Test
  void theMissingFrameBreaksTheBound() throws Exception {
    LiveCampaign campaign = SharedCampaigns.brokenBounds();
    RunVerdict run = campaign.run("flip");
    assertEquals(Verdict.BOUND_BROKEN, run.verdict(), campaign::toString);
    assertTrue(
        run.reasons().stream().anyMatch(reason -> reason.node() == 2 && reason.round() == 2),
        campaign::toString);
    assertEquals(
        2,
        Traces.read(campaign.folder(), run.id() + "-n*.jsonl", Kind.REJECT).stream()
            .filter(reject -> reject.node() != 2 && reject.data().contains("crc"))
            .map(TraceRecord::node)
            .distinct()
            .count(),
        "both receivers reject it");
  }
}
