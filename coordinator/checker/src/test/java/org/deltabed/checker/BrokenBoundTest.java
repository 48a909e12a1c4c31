package org.deltabed.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each record that witnesses against the bound breaks it, and node, round, slot, excess and record
 * are named.
 */
class BrokenBoundTest {
  @TempDir Path folder;
  private final CampaignFixture campaign = new CampaignFixture(5).run("r01");

  @Test
  void F16_aLateFrameNamesItsSenderAndTheExcess() {
    CampaignVerdict verdict = with(campaign.record(4, Kind.LATE, 6, 2, 77, 1_234_567));
    Reason reason = broken(verdict, "late frame", 12);

    assertEquals(1_234_567, reason.excessNs());
    assertTrue(
        reason.text().contains("node 12 (p2)") && reason.text().contains("node 14 (p4)"),
        reason.text());
    assertEquals(1, verdict.lateFrames());
    assertEquals(1, verdict.reliability().late());
  }

  @Test
  void F25_aFrameOfASuspectedProcessIsLatched() {
    broken(with(campaign.record(4, Kind.FALSE_SUSPICION, 6, 2, 0, 0)), "false suspicion", 12);
  }

  @Test
  void F29_anOverrunNamesItsNode() {
    Reason reason =
        broken(with(campaign.record(4, Kind.OVERRUN, 6, 0, 300_000_000, 0)), "overrun", 14);
    assertEquals(300_000_000, reason.excessNs());
  }

  @Test
  void F29_aMissedSlotNamesItsNode() {
    Reason reason =
        broken(with(campaign.record(2, Kind.MISSED_SLOT, 6, 0, 5_000, 0)), "missed slot", 12);
    assertEquals(5_000, reason.excessNs());
  }

  @Test
  void F21_aMinorityNamesItsNode() {
    broken(with(campaign.record(4, Kind.MINORITY, 6, 2, 0, 0)), "minority", 14);
  }

  @Test
  void aFullQueueNamesItsNode() {
    broken(with(campaign.record(4, Kind.OVERFLOW, 6, 0, 0, 0)), "overflow", 14);
  }

  @Test
  void aSilenceOfAProcessThatLives() {
    broken(with(campaign.record(4, Kind.SILENCE, 6, 2, 0, 0)), "false suspicion", 12);
  }

  @Test
  void F16_aFrameThatIsDeliveredBeyondDelta() {
    long excessNs = 1_000_000;
    campaign.traces.change(
        r -> isFrame(r, 14, 2, 41),
        r -> Records.at(r, sendNs(2, 0) + campaign.timing.deltaNs() + excessNs));
    Reason reason = broken(campaign.judge(folder), "late delivery", 12);
    assertEquals(excessNs, reason.excessNs());
  }

  @Test
  void exactlyDeltaIsNotLate() {
    campaign.traces.change(
        r -> isFrame(r, 14, 2, 41), r -> Records.at(r, sendNs(2, 0) + campaign.timing.deltaNs()));
    CampaignVerdict verdict = campaign.judge(folder);
    assertEquals(Verdict.PASS, verdict.verdict());
    assertEquals(verdict.deltaNs(), verdict.maxDelayNs());
  }

  @Test
  void aMessageThatTakesLongerThanDelta() {
    campaign.traces.change(
        r -> r.kind() == Kind.HAND && r.node() == 13,
        r -> Records.at(r, r.timeNs() - 2 * campaign.timing.cycleNs()));
    Reason reason = broken(campaign.judge(folder), "late message", 13);
    assertTrue(reason.excessNs() > 0);
  }

  @Test
  void aMessageThatNeverArrives() {
    campaign.traces.change(
        r -> r.kind() == Kind.ARRIVE && r.node() == 14 && r.peer() == 1,
        r ->
            new TraceRecord(
                r.run(),
                r.node(),
                1,
                r.seq(),
                r.timeNs(),
                Kind.STATE,
                r.round(),
                r.slot(),
                0,
                0,
                0,
                ""));
    Reason reason = broken(campaign.judge(folder), "message never arrived", 11);
    assertTrue(reason.text().contains("node 14 (p4)"), reason.text());
  }

  private static boolean isFrame(TraceRecord r, int node, int sender, int round) {
    return r.kind() == Kind.FRAME && r.node() == node && r.peer() == sender && r.round() == round;
  }

  private long sendNs(int process, int round) {
    return campaign.startNs + (round * 5L + process - 1) * campaign.timing.slotNs() + 10_000;
  }

  private CampaignVerdict with(TraceRecord record) {
    Kind after = record.kind() == Kind.LATE ? Kind.SEND : Kind.FRAME;
    campaign.traces.insertAfter("r01-n" + record.node() + "-b1.jsonl", after, record);
    return campaign.judge(folder);
  }

  private static Reason broken(CampaignVerdict verdict, String rule, int node) {
    RunVerdict run = verdict.runs().getFirst();
    assertEquals(Verdict.BOUND_BROKEN, verdict.verdict(), () -> VerdictText.of(verdict));
    Reason reason = run.reasons().getFirst();
    assertEquals(rule, reason.rule());
    assertEquals(node, reason.node());
    assertTrue(reason.round() > 0 && reason.slot() >= 0 && reason.timeNs() > 0);
    assertFalse(reason.ref().isEmpty());
    return reason;
  }
}
