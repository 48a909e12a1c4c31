package org.deltabed.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F36, F32, F35: gaps, damage and doubles in the evidence. */
class F36_GapTest {
  @TempDir Path folder;
  private final CampaignFixture campaign = new CampaignFixture(3).run("r01").run("r02");

  @Test
  void theMissingNumbersAreNamed() {
    List<TraceRecord> records = campaign.traces.file("r01-n12-b1.jsonl");
    long first = records.get(4).seq();
    records.subList(4, 7).clear();
    CampaignVerdict verdict = campaign.judge(folder);

    Reason reason = only(verdict.runs().get(0), "missing records");
    assertEquals(12, reason.node());
    assertTrue(
        reason.text().startsWith("records " + first + " to " + (first + 2) + " of node 12 boot 1"),
        reason.text());
    assertTrue(
        reason.text().contains("trace/r01-n12-b1.jsonl:4 and trace/r01-n12-b1.jsonl:5"),
        reason.text());
    assertEquals(Verdict.PASS, verdict.runs().get(1).verdict());
    assertEquals(Verdict.INCOMPLETE, verdict.verdict());
    assertTrue(VerdictText.of(verdict).contains("records " + first + " to "));
  }

  @Test
  void aGapBetweenRunsIsTheCampaigns() {
    campaign.traces.file("idle-n12-b1.jsonl").remove(1);
    CampaignVerdict verdict = campaign.judge(folder);

    assertEquals(Verdict.INCOMPLETE, verdict.verdict());
    boolean ofRun = verdict.runs().getFirst().verdict() == Verdict.INCOMPLETE;
    assertTrue(ofRun || !verdict.reasons().isEmpty());
  }

  @Test
  void aWholeFileMissing() {
    campaign.traces.files.remove("r02-n13-b1.jsonl");
    CampaignVerdict verdict = campaign.judge(folder);

    assertEquals(Verdict.PASS, verdict.runs().get(0).verdict());
    assertEquals(13, only(verdict.runs().get(1), "no RUN_START").node());
  }

  @Test
  void theWitnessMissing() {
    campaign.traces.files.remove("r02-lab.jsonl");
    only(campaign.judge(folder).runs().get(1), "no witness");
  }

  @Test
  void F35_aRecordTwice() {
    List<TraceRecord> records = campaign.traces.file("r01-n12-b1.jsonl");
    records.add(5, records.get(4));
    only(campaign.judge(folder).runs().get(0), "record twice");
  }

  @Test
  void F32_aDamagedSpool() {
    campaign.traces.add("", 12, 1, Kind.SPOOL_DAMAGED, campaign.nowNs, -1, -1, 0, 1, 17, "{}");
    CampaignVerdict verdict = campaign.judge(folder);
    Reason reason = only(verdict.runs().get(1), "damaged spool");

    assertEquals(12, reason.node());
    assertTrue(reason.text().contains("17"), reason.text());
  }

  @Test
  void aRunEndThatCountsOtherwise() {
    campaign.traces.change(
        r -> r.kind() == Kind.RUN_END && r.node() == 11 && r.run().equals("r01"),
        r -> Records.a(r, r.a() + 1));
    assertEquals(11, only(campaign.judge(folder).runs().get(0), "miscounted run").node());
  }

  @Test
  void aFrameThatNobodySent() {
    campaign.traces.change(
        r -> r.kind() == Kind.SEND && r.node() == 11 && r.run().equals("r01") && r.round() == 41,
        r ->
            new TraceRecord(
                r.run(), r.node(), 1, r.seq(), r.timeNs(), Kind.STATE, -1, -1, 0, 0, 0, ""));
    assertEquals(11, only(campaign.judge(folder).runs().get(0), "frame from nowhere").node());
  }

  @Test
  void aMessageThatNobodyHanded() {
    campaign.traces.change(
        r -> r.kind() == Kind.ARRIVE && r.node() == 12 && r.peer() == 1 && r.run().equals("r01"),
        r -> Records.a(r, 55));
    RunVerdict run = campaign.judge(folder).runs().get(0);
    assertTrue(
        run.reasons().stream().anyMatch(reason -> reason.rule().equals("message from nowhere")));
  }

  @Test
  void anotherStartRound() {
    campaign.traces.change(
        r -> r.kind() == Kind.RUN_START && r.node() == 11 && r.run().equals("r01"),
        r ->
            new TraceRecord(
                r.run(), 11, 1, r.seq(), r.timeNs(), r.kind(), 39, 0, 0, r.a(), 0, r.data()));
    only(campaign.judge(folder).runs().get(0), "another start");
  }

  @Test
  void startsThatDisagree() {
    campaign.traces.change(
        r -> r.kind() == Kind.RUN_START && r.node() == 11 && r.run().equals("r01"),
        r -> Records.a(r, r.a() - 1_000_000_000));
    RunVerdict run = campaign.judge(folder).runs().get(0);
    assertTrue(run.reasons().stream().anyMatch(reason -> reason.rule().equals("starts disagree")));
  }

  @Test
  void aFrameThatIsThereBeforeItWasSent() {
    campaign.traces.change(
        r ->
            r.kind() == Kind.FRAME
                && r.node() == 12
                && r.round() == 41
                && r.slot() == 0
                && r.run().equals("r01"),
        r -> Records.at(r, Long.MIN_VALUE));
    assertEquals(11, only(campaign.judge(folder).runs().get(0), "frame from nowhere").node());
  }

  @Test
  void anUnfinishedCampaign() {
    campaign.complete = false;
    CampaignVerdict verdict = campaign.judge(folder);
    assertEquals(Verdict.INCOMPLETE, verdict.verdict());
    assertEquals("unfinished campaign", verdict.reasons().getFirst().rule());
  }

  @Test
  void aRunThatTheCampaignDoesNotKnow() {
    campaign.runs.removeLast();
    CampaignVerdict verdict = campaign.judge(folder);
    assertEquals(Verdict.INCOMPLETE, verdict.verdict());
    assertTrue(verdict.reasons().stream().anyMatch(reason -> reason.rule().equals("unknown run")));
  }

  @Test
  void clocksOfTheirOwn() {
    CampaignVerdict verdict = new CampaignFixture(3, false).run("r01").judge(folder);
    only(verdict.runs().getFirst(), "no common clock");
    assertEquals(-1, verdict.maxDelayNs());
    assertEquals(1, verdict.reliability().upperBound95());
  }

  private static Reason only(RunVerdict run, String rule) {
    assertEquals(Verdict.INCOMPLETE, run.verdict(), () -> run.reasons().toString());
    assertEquals(rule, run.reasons().getFirst().rule(), () -> run.reasons().toString());
    return run.reasons().getFirst();
  }
}
