package org.deltabed.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.deltabed.trace.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes whose clocks differ by hours are judged as those that share one, but for ε. */
class ClocksOfTheirOwnTest {
  @TempDir Path folder;
  private final BenchFixture bench = new BenchFixture(5);

  @Test
  void aCleanRunPasses() {
    CampaignVerdict verdict = bench.run().judge(folder);
    assertEquals(Verdict.PASS, verdict.verdict(), () -> VerdictText.of(verdict));
    assertTrue(verdict.delays().count() > 20);
    assertTrue(verdict.maxDelayNs() > bench.campaign.timing.cycleNs());
    assertTrue(VerdictText.of(verdict).contains("± "), () -> VerdictText.of(verdict));
  }

  @Test
  void theOffsetsAreRecoveredWithinTheirUncertainty() {
    CampaignVerdict verdict = bench.run().judge(folder);
    List<ClockFinding> clocks = verdict.runs().getFirst().clocks();
    assertEquals(5, clocks.size());
    for (ClockFinding clock : clocks) {
      long trueNs = bench.nodeNs(clock.node(), clock.atNs()) - clock.atNs();
      long wrongNs = Math.abs(clock.offsetNs() - trueNs);
      assertTrue(wrongNs <= clock.uncertaintyNs(), clock + " is wrong by " + wrongNs);
      assertTrue(clock.uncertaintyNs() < 200_000, clock.toString());
      assertTrue(clock.syncEdges() > 30 && clock.syncEdges() == clock.syncEdgesSeen());
    }
  }

  @Test
  void aPullIsDetectedWithinItsBound() {
    CampaignVerdict verdict = bench.run(Pull.power(2, 6)).judge(folder);
    assertEquals(Verdict.PASS, verdict.verdict(), () -> VerdictText.of(verdict));
    CrashFinding crash = verdict.runs().getFirst().crashes().getFirst();
    assertTrue(crash.firstProof().startsWith("power gone, SENSE pin"), crash.firstProof());
    assertEquals(4, verdict.detections().size());
    long unseenNs = crash.firstProofNs() - crash.lastSignNs();
    for (Detection detection : verdict.detections()) { // ε at both ends
      assertTrue(detection.detectionNs() - detection.lowerNs() > unseenNs + 40_000);
    }
    assertTrue(verdict.maxDetectionNs() <= verdict.detectionBoundNs());
  }

  @Test
  void F16_whatIsLateForCertainBreaksTheBound() {
    bench.run();
    long lateNs = 2_500_000;
    bench.campaign.traces.change(
        r -> r.kind() == Kind.FRAME && r.node() == 14 && r.peer() == 2 && r.round() == 41,
        r -> Records.at(r, r.timeNs() + lateNs));
    Reason reason = first(bench.judge(folder));
    assertEquals("late delivery", reason.rule());
    assertTrue(reason.text().contains(" ± "), reason.text());
    assertTrue(reason.excessNs() > 0 && reason.excessNs() < lateNs);
  }

  @Test
  void aDelayThatEpsilonCannotDecideIsUndecided() {
    bench.syncUntilNs = 4_000_000_000L; // 7 s before the run: 200 ppm of it are 1.4 ms
    CampaignVerdict verdict = bench.run().judge(folder);
    assertEquals(Verdict.INCOMPLETE, verdict.verdict(), () -> VerdictText.of(verdict));
    Reason reason = first(verdict);
    assertEquals("delay not decided", reason.rule());
    assertTrue(
        reason.text().contains(" ± ")
            && reason.text().contains("δ is ")
            && reason.text().contains("too close to tell")
            && reason.text().contains("SYNC wire"),
        reason.text());
    assertTrue(reason.excessNs() > 0);
  }

  @Test
  void aDelayThatLooksInTimeIsUndecidedTooWhereEpsilonReachesBeyondDelta() {
    for (int p = 1; p <= 5; p++) {
      bench.skew(p, p * 1_000_000L, 0); // so that the middle of each interval is the truth
    }
    bench.syncUntilNs = 4_000_000_000L;
    CampaignVerdict verdict = bench.run().judge(folder);
    assertTrue(verdict.maxDelayNs() < verdict.deltaNs());
    assertEquals(Verdict.INCOMPLETE, verdict.verdict(), () -> VerdictText.of(verdict));
    assertEquals("delay not decided", first(verdict).rule());
  }

  @Test
  void withoutEvidenceOfItsClockANodeCannotBeJudged() {
    bench.withoutSync.add(13);
    CampaignVerdict verdict = bench.run().judge(folder);
    assertEquals(Verdict.INCOMPLETE, verdict.verdict(), () -> VerdictText.of(verdict));
    Reason reason = first(verdict);
    assertEquals("no common clock", reason.rule());
    assertEquals(13, reason.node());
    ClockFinding clock =
        verdict.runs().getFirst().clocks().stream().filter(c -> c.node() == 13).findFirst().get();
    assertEquals(-1, clock.uncertaintyNs());
    assertTrue(verdict.delays().count() > 10, "the others' delays are timed");
  }

  @Test
  void F28_aClockThatDriftsBeyondItsBoundBreaksIt() {
    CampaignVerdict verdict = bench.skew(3, 5_000_000, 450).run().judge(folder);
    assertEquals(Verdict.BOUND_BROKEN, verdict.verdict(), () -> VerdictText.of(verdict));
    Reason reason = first(verdict);
    assertEquals("clock drift", reason.rule());
    assertEquals(13, reason.node());
    assertTrue(reason.text().contains("+450."), reason.text());
  }

  @Test
  void oneClockForAllIsWrittenAsBefore() {
    CampaignVerdict verdict = new CampaignFixture(5).run("r01").judge(folder);
    String json = new String(VerdictJson.bytes(verdict), StandardCharsets.UTF_8);
    assertNull(verdict.delayUncertaintyNs());
    assertTrue(!json.contains("delayUncertaintyNs") && !json.contains("clocks"), json);
  }

  @Test
  void theFileHoldsTheClocks() throws java.io.IOException {
    CampaignVerdict verdict = bench.run().judge(folder);
    VerdictJson.write(folder, verdict);
    assertEquals(verdict, VerdictJson.read(folder));
  }

  private static Reason first(CampaignVerdict verdict) {
    return verdict.runs().getFirst().reasons().getFirst();
  }
}
