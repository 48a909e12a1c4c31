package org.deltabed.checker;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which attempts the campaign's verdict takes into account. */
class CountingTest {
  /** At how many places the records of each are cut off. */
  private static final int CUTS = 3;

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

  /**
   * The lab dies, and with it the witness and the way of the nodes' records: wherever that cuts the
   * evidence of each, the attempt owes nothing that only the rest of it could show (F39).
   */
  @ParameterizedTest
  @ValueSource(strings = {"C2", "B2"})
  void anAttemptInWhichTheLabDiedIsExcusedWhereverItWasCut(String protocol) {
    List<Long> timesNs = timesOf(died(protocol));
    List<Long> someNs = new ArrayList<>(List.of(0L)); // nothing of it has come
    for (int i = 0; i < timesNs.size(); i += timesNs.size() / CUTS) {
      someNs.add(timesNs.get(i));
    }
    for (long first : someNs) {
      for (long second : someNs) {
        for (long third : someNs) {
          for (long witness : someNs) {
            isExcused(protocol, List.of(witness, first, second, third));
          }
        }
      }
    }
  }

  private void isExcused(String protocol, List<Long> untilNs) {
    CampaignFixture cut = died(protocol);
    for (int p = 0; p < untilNs.size(); p++) {
      cut.traces.cut("r01", p == 0 ? 0 : CampaignFixture.node(p), untilNs.get(p));
    }
    Path evidence = folder.resolve(untilNs.stream().map(String::valueOf).collect(joining("-")));
    RunVerdict attempt = cut.judge(evidence).runs().getFirst();
    assertFalse(attempt.counts(), () -> evidence.getFileName() + " " + attempt);
  }

  private static CampaignFixture died(String protocol) {
    CampaignFixture campaign = new CampaignFixture(3);
    campaign.protocolId = protocol;
    return campaign
        .run("r01", Pull.power(3, 2))
        .change(run -> attempt(run, 1, "", Verdict.PASS, RunState.ABORTED))
        .change(CountingTest::notYetBegun)
        .run("r02", Pull.power(3, 2))
        .change(run -> attempt(run, 2, "r01", Verdict.PASS, RunState.COMPLETE));
  }

  private static List<Long> timesOf(CampaignFixture campaign) {
    return campaign.traces.files.values().stream()
        .flatMap(List::stream)
        .filter(record -> record.run().equals("r01"))
        .map(TraceRecord::timeNs)
        .distinct()
        .sorted()
        .toList();
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

  /** The campaign's file is written before the attempt, and its first round chosen in it. */
  private static CampaignRun notYetBegun(CampaignRun run) {
    return new CampaignRun(
        run.id(),
        run.caseName(),
        run.attempt(),
        run.repeats(),
        0,
        run.rounds(),
        run.nonce(),
        run.boots(),
        run.proposals(),
        run.faults(),
        run.expect(),
        run.state(),
        run.reason());
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
