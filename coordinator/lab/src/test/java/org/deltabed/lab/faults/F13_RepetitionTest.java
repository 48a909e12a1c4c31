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

/** F13: a frame goes over the line twice. The second is refused and counted; nothing is broken. */
class F13_RepetitionTest {

  @Test
  void aRepeatedFrameIsCountedAndDoesNoHarm() throws Exception {
    LiveCampaign campaign = SharedCampaigns.brokenBounds();
    RunVerdict run = campaign.run("repeat");
    assertEquals(Verdict.PASS, run.verdict(), campaign::toString);
    long refused =
        Traces.read(campaign.folder(), run.id() + "-n*.jsonl", Kind.REJECT).stream()
            .filter(reject -> reject.data().contains("repeated"))
            .map(TraceRecord::node)
            .distinct()
            .count();
    assertTrue(refused >= 2, "nodes that refused the second frame: " + refused);
  }
}
