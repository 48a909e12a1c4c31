package org.deltabed.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F01: detected within the computed bound; nobody else is suspected. */
class F01_PullWhileIdleTest {
  @TempDir Path folder;
  private final CampaignFixture campaign = new CampaignFixture(5).run("r01", Pull.power(3, 5));

  @Test
  void theCrashIsDetectedInItsInterval() {
    CampaignVerdict verdict = campaign.judge(folder);
    RunVerdict run = verdict.runs().getFirst();

    assertEquals(Verdict.PASS, verdict.verdict(), () -> VerdictText.of(verdict));
    CrashFinding crash = run.crashes().getFirst();
    assertEquals(1, run.crashes().size());
    assertEquals(13, crash.node());
    assertEquals(3, crash.process());
    long cutNs = campaign.startNs + 5 * campaign.timing.slotNs() + 1_000_000;
    assertEquals(cutNs, crash.lastSignNs());
    assertEquals(cutNs + 300_000, crash.firstProofNs());
    assertEquals(4, run.suspicions().size());
    assertTrue(
        run.suspicions().stream()
            .allMatch(suspicion -> suspicion.of() == 3 && suspicion.slot() == 7));
    assertEquals(4, verdict.detections().size());
    assertTrue(
        verdict.maxDetectionNs() > 0 && verdict.maxDetectionNs() <= verdict.detectionBoundNs());
    Suspicion last = run.suspicions().getLast();
    assertEquals(last.timeNs() - cutNs, last.detectionNs());
    assertEquals(300_000, last.detectionNs() - last.lowerNs());
  }

  @Test
  void aDetectionBeyondItsBoundBreaksIt() {
    long lateNs = campaign.timing.detectionBoundNs();
    campaign.traces.change(
        r -> r.node() == 12 && r.data().contains("Crash"), r -> Records.at(r, r.timeNs() + lateNs));
    RunVerdict run = campaign.judge(folder).runs().getFirst();

    assertEquals(Verdict.BOUND_BROKEN, run.verdict());
    Reason reason = run.reasons().getFirst();
    assertEquals("late detection", reason.rule());
    assertEquals(12, reason.node());
    assertTrue(reason.excessNs() > 0);
  }

  @Test
  void aDetectorThatDoesNotListenToSilenceHasABoundOfItsOwn() {
    CampaignFixture pingPong = new CampaignFixture(3);
    pingPong.protocolId = "D1";
    pingPong.rounds = 9;
    CampaignVerdict verdict = pingPong.run("r01", Pull.power(2, 4)).judge(folder);
    assertEquals(Verdict.PASS, verdict.verdict(), () -> VerdictText.of(verdict));
    long suspectedNs = verdict.runs().getFirst().suspicions().getFirst().detectionNs();
    assertTrue(suspectedNs > verdict.detectionBoundNs());
    assertTrue(verdict.maxDetectionNs() > 0);
    assertTrue(verdict.maxDetectionNs() <= verdict.detectionBoundNs());
  }

  @Test
  void someoneElseSuspectedIsAFalseSuspicion() {
    TraceRecord silence = campaign.record(2, Kind.SILENCE, 8, 4, 0, 0);
    campaign.traces.insertAfter("r01-n12-b1.jsonl", Kind.SILENCE, silence);
    RunVerdict run = campaign.judge(folder).runs().getFirst();

    assertEquals(Verdict.BOUND_BROKEN, run.verdict());
    Reason reason = run.reasons().getFirst();
    assertEquals("false suspicion", reason.rule());
    assertEquals(14, reason.node());
    assertEquals(2, reason.round());
    assertEquals(3, reason.slot());
    assertTrue(reason.ref().startsWith("trace/r01-n12-b1.jsonl:"));
  }

  @Test
  void aSuspicionBeforeTheLastSignOfLifeIsFalse() {
    campaign.traces.change(
        r -> r.kind() == Kind.SILENCE && r.node() == 11 && r.peer() == 3,
        r -> Records.at(r, campaign.startNs + 2 * campaign.timing.slotNs()));
    RunVerdict run = campaign.judge(folder).runs().getFirst();

    assertEquals(Verdict.BOUND_BROKEN, run.verdict());
    assertTrue(run.reasons().getFirst().text().contains("before its last sign of life"));
  }
}
