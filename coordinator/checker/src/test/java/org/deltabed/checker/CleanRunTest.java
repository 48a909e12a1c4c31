package org.deltabed.checker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run in which nothing goes wrong passes, and what was measured is in the verdict. */
class CleanRunTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5})
  void passesAndDecidesWithinOneCycle(int n) {
    CampaignFixture campaign = new CampaignFixture(n).run("r01");
    CampaignVerdict verdict = campaign.judge(folder);

    RunVerdict run = verdict.runs().getFirst();
    assertEquals(Verdict.PASS, verdict.verdict(), () -> VerdictText.of(verdict));
    assertTrue(run.reasons().isEmpty());
    assertEquals(n, run.decisions().size());
    assertTrue(run.decisions().stream().allMatch(decision -> decision.value().equals("101")));
    assertEquals(n, run.decisionSlots());
    assertEquals(campaign.startNs, run.startNs());
    assertTrue(run.decisionNs() > 0 && run.decisionNs() < campaign.timing.cycleNs());
    assertTrue(run.crashes().isEmpty() && run.suspicions().isEmpty());
  }

  @Test
  void everyFrameAndMessageIsTimed() {
    CampaignFixture campaign = new CampaignFixture(5).run("r01");
    CampaignVerdict verdict = campaign.judge(folder);

    // The first frame of each process has none before it: 2 rounds x 5 senders x 4 receivers.
    assertEquals(40, verdict.delays().frames());
    // Each leader broadcasts once, to all five.
    assertEquals(25, verdict.delays().messages());
    assertEquals(65, verdict.delays().count());
    assertEquals(
        65, verdict.delays().histogram().stream().mapToLong(DelayStatistics.Bucket::count).sum());
    assertEquals(3.0 / 65, verdict.reliability().upperBound95());
    long expectedNs =
        campaign.timing.cycleNs() + campaign.timing.arrivalDeadlineNs() + 5 * 50_000 - 10_000;
    assertEquals(expectedNs, verdict.maxDelayNs());
    assertTrue(verdict.maxDelayNs() < verdict.deltaNs());
    assertTrue(
        verdict.delays().maxRef().startsWith("trace/r01-n15-b1.jsonl:"), verdict.delays().maxRef());
    assertEquals(0, verdict.lateFrames());
  }

  @Test
  void sameFolderSameBytesAndBack() throws IOException {
    new CampaignFixture(5).run("r01").run("r02", Pull.power(3, 1)).run("r03").write(folder);
    CampaignVerdict first = Judge.judge(folder);
    CampaignVerdict second = Judge.judge(folder);

    assertArrayEquals(VerdictJson.bytes(first), VerdictJson.bytes(second));
    VerdictJson.write(folder, first);
    assertEquals(first, VerdictJson.read(folder));
    assertArrayEquals(VerdictJson.bytes(first), VerdictJson.bytes(VerdictJson.read(folder)));
  }
}
