package org.deltabed.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F05: a node that comes back is a new boot, and never the same process. */
class F05_ComesBackTest {
  @TempDir Path folder;
  private final CampaignFixture campaign = new CampaignFixture(3).run("r01", Pull.power(2, 2));

  @Test
  void whatTheNewBootDecidesDoesNotCount() {
    String data =
        "{\"instance\":\"uc\",\"direction\":\"indication\",\"event\":\"Decide\",\"value\":{\"type\":\"Num\",\"number\":999}}";
    campaign.traces.add("r01", 12, 2, Kind.EVENT, campaign.nowNs, 42, 0, 0, 0, 0, data);
    campaign.traces.add(
        "", 12, 2, Kind.STATE, campaign.nowNs, -1, -1, 0, 0, 0, "{\"state\":\"joined\"}");
    RunVerdict run = campaign.judge(folder).runs().getFirst();

    assertEquals(Verdict.PASS, run.verdict(), () -> run.reasons().toString());
    assertTrue(run.decisions().stream().noneMatch(decision -> decision.value().equals("999")));
    assertEquals("another boot", run.reasons().getFirst().rule());
    assertEquals(12, run.reasons().getFirst().node());
    assertEquals(2, run.crashes().getFirst().process());
  }

  @Test
  void aSecondDeathOfTheNodeIsNotTheFirstBoots() {
    long laterNs = campaign.nowNs;
    campaign.traces.change(
        r -> r.node() == 0 && r.kind() == Kind.RUN_END,
        r ->
            new TraceRecord(
                r.run(), 0, 1, r.seq(), laterNs, Kind.EXIT, -1, -1, 2, 70, laterNs, ""));
    campaign.traces.add("r01", 0, 1, Kind.RUN_END, laterNs, -1, -1, 0, 0, 0, "");
    RunVerdict run = campaign.judge(folder).runs().getFirst();

    assertEquals(Verdict.PASS, run.verdict(), () -> run.reasons().toString());
    assertTrue(run.crashes().getFirst().firstProofNs() < laterNs);
  }
}
