package org.deltabed.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which attempts the campaign's verdict takes into account. */
class CountingTest {
  @TempDir Path folder;
  private final CampaignFixture campaign = new CampaignFixture(3);

  @Test
  void aBrokenBoundThatWasRepeatedStaysAndDoesNotCount() {
    broken("r01");
    campaign.run("r02").change(run -> attempt(run, 2, "r01", Verdict.PASS, RunState.COMPLETE));
    CampaignVerdict verdict = campaign.judge(folder);

    assertEquals(Verdict.PASS, verdict.verdict());
    assertEquals(Verdict.BOUND_BROKEN, verdict.runs().get(0).verdict());
    assertFalse(verdict.runs().get(0).counts());
    assertTrue(verdict.runs().get(1).counts());
    assertEquals(0, verdict.lateFrames());
    assertEquals(1, verdict.lateFramesAll());
    assertEquals(verdict.runs().get(1).timed(), verdict.delays().count());
  }

  @Test
  void aBrokenBoundDoesNotExcuseWhatIsOwedWithoutIt() {
    broken("r01");
    campaign.traces.change(
        r -> r.data().contains("Decide"), r -> Records.data(r, r.data().replace("101", "7")));
    campaign.run("r02").change(run -> attempt(run, 2, "r01", Verdict.PASS, RunState.COMPLETE));
    CampaignVerdict verdict = campaign.judge(folder);
    assertTrue(verdict.runs().get(0).counts());
    assertEquals(Verdict.BOUND_BROKEN, verdict.verdict());
    assertTrue(
        verdict.properties().stream().anyMatch(p -> p.name().equals("validity") && !p.holds()));
  }

  @Test
  void aViolationInARunThatWasGivenUpIsNotExcused() {
    campaign.run("r01").change(run -> attempt(run, 1, "", Verdict.PASS, RunState.ABORTED));
    campaign.traces.change(
        r -> r.data().contains("Decide"), r -> Records.data(r, r.data().replace("101", "7")));
    campaign.run("r02").change(run -> attempt(run, 2, "r01", Verdict.PASS, RunState.COMPLETE));
    assertEquals(Verdict.INCOMPLETE, campaign.judge(folder).verdict());
  }

  @Test
  void aRunThatWasGivenUpOwesNothingThatWasStillToCome() {
    campaign.run("r01").change(run -> attempt(run, 1, "", Verdict.PASS, RunState.ABORTED));
    campaign.traces.change(r -> r.data().contains("Decide"), CountingTest::correction);
    campaign.run("r02").change(run -> attempt(run, 2, "r01", Verdict.PASS, RunState.COMPLETE));
    CampaignVerdict verdict = campaign.judge(folder);
    assertFalse(verdict.runs().get(0).counts());
    assertEquals(Verdict.INCOMPLETE, verdict.runs().get(0).verdict());
    assertEquals(Verdict.PASS, verdict.verdict());
  }

  /** A record of the same number that no property looks at. */
  private static TraceRecord correction(TraceRecord r) {
    return new TraceRecord(
        r.run(),
        r.node(),
        r.boot(),
        r.seq(),
        r.timeNs(),
        Kind.CORRECTION,
        r.round(),
        r.slot(),
        0,
        0,
        0,
        "");
  }

  @Test
  void allAttemptsBroken() {
    broken("r01");
    broken("r02");
    campaign.change(run -> attempt(run, 2, "r01", Verdict.PASS, RunState.COMPLETE));
    CampaignVerdict verdict = campaign.judge(folder);
    assertEquals(Verdict.BOUND_BROKEN, verdict.verdict());
    assertTrue(verdict.runs().get(1).counts());
  }

  @Test
  void aBrokenBoundThatThePlanExpectsCounts() {
    broken("r01");
    campaign.change(run -> attempt(run, 1, "", Verdict.BOUND_BROKEN, RunState.COMPLETE)).run("r02");
    campaign.change(run -> attempt(run, 2, "r01", Verdict.BOUND_BROKEN, RunState.COMPLETE));
    CampaignVerdict verdict = campaign.judge(folder);
    assertEquals(Verdict.BOUND_BROKEN, verdict.verdict());
    assertTrue(verdict.runs().get(0).counts());
  }

  @Test
  void anAbortedAttemptThatWasRepeatedDoesNotCount() {
    campaign
        .run("r01")
        .change(run -> attempt(run, 1, "", Verdict.PASS, RunState.ABORTED))
        .run("r02");
    campaign.change(run -> attempt(run, 2, "r01", Verdict.PASS, RunState.COMPLETE));
    CampaignVerdict verdict = campaign.judge(folder);
    assertEquals(Verdict.INCOMPLETE, verdict.runs().get(0).verdict());
    assertEquals("aborted run", verdict.runs().get(0).reasons().getFirst().rule());
    assertEquals(Verdict.PASS, verdict.verdict());
  }

  @Test
  void anAbortedRunThatWasNotRepeatedCounts() {
    campaign
        .run("r01")
        .change(run -> attempt(run, 1, "", Verdict.PASS, RunState.ABORTED))
        .run("r02");
    assertEquals(Verdict.INCOMPLETE, campaign.judge(folder).verdict());
  }

  @Test
  void aViolationIsTheWorstOfACampaign() {
    broken("r01");
    campaign.run("r02").run("r03");
    campaign.traces.change(
        r -> r.run().equals("r02") && r.data().contains("Decide"),
        r -> Records.data(r, r.data().replace("101", "7")));
    campaign.traces.file("r03-n11-b1.jsonl").remove(4);
    CampaignVerdict verdict = campaign.judge(folder);
    assertEquals(
        List.of(Verdict.BOUND_BROKEN, Verdict.VIOLATED, Verdict.INCOMPLETE),
        verdict.runs().stream().map(RunVerdict::verdict).toList());
    assertEquals(Verdict.VIOLATED, verdict.verdict());
  }

  @Test
  void exitCodes() {
    assertEquals(0, Verdict.PASS.exitCode());
    assertEquals(1, Verdict.VIOLATED.exitCode());
    assertEquals(2, Verdict.BOUND_BROKEN.exitCode());
    assertEquals(3, Verdict.INCOMPLETE.exitCode());
  }

  /** A run in which a correction turns out to be a late frame. */
  private void broken(String id) {
    campaign.run(id);
    boolean[] done = new boolean[1];
    campaign.traces.change(
        r ->
            r.run().equals(id)
                && r.node() == 12
                && r.kind() == Kind.FRAME
                && !done[0]
                && (done[0] = true),
        r ->
            new TraceRecord(
                r.run(),
                r.node(),
                r.boot(),
                r.seq(),
                r.timeNs(),
                Kind.LATE,
                r.round(),
                r.slot(),
                r.peer(),
                r.a(),
                5_000,
                ""));
  }

  private static CampaignRun attempt(
      CampaignRun run, int attempt, String repeats, Verdict expect, RunState state) {
    return new CampaignRun(
        run.id(),
        run.caseName(),
        attempt,
        repeats,
        run.startRound(),
        run.rounds(),
        run.nonce(),
        run.boots(),
        run.proposals(),
        run.faults(),
        expect,
        state,
        "");
  }
}
