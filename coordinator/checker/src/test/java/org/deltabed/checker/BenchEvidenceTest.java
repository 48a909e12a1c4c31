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

/**
 * What is said at a bench, where people pull plugs: another one, two, none, one that paused, a
 * relay that is stuck.
 */
class BenchEvidenceTest {
  private static final List<Fault> PULL_13 = List.of(Fault.of("powerCut", 13, 2, 1));

  @TempDir Path folder;
  private BenchFixture bench = new BenchFixture(5);

  @Test
  void F07_anotherNodeIsPulled() {
    CampaignVerdict verdict = bench.run(PULL_13, Pull.power(2, 6)).judge(folder);
    Reason reason = only(verdict, Verdict.INCOMPLETE, "evidence contradicts the plan");
    assertTrue(
        reason
            .text()
            .startsWith(
                "planned to crash node 13, but the evidence shows the crash of node 12: power gone,"
                    + " SENSE pin (trace/r01-lab.jsonl:"),
        reason.text());
    assertEquals(12, reason.node());
  }

  @Test
  void F07_twoArePulled() {
    CampaignVerdict verdict = bench.run(PULL_13, Pull.power(3, 6), Pull.power(2, 7)).judge(folder);
    Reason reason = only(verdict, Verdict.INCOMPLETE, "evidence contradicts the plan");
    assertTrue(
        reason
            .text()
            .startsWith(
                "the evidence shows the crash of node 12, which nobody planned, beside that of node"
                    + " 13, which was"),
        reason.text());
  }

  @Test
  void F07_nobodyIsPulled() {
    CampaignVerdict verdict = bench.run(PULL_13).judge(folder);
    Reason reason = only(verdict, Verdict.INCOMPLETE, "planned crash without evidence");
    assertEquals(
        "nobody was pulled: planned to crash node 13, but no witness saw it dead", reason.text());
  }

  @Test
  void F08_aStuckRelayIsNoCrash() {
    bench = new BenchFixture(5, "relay");
    bench.run(PULL_13);
    witness(
        Kind.POWER,
        3,
        "{\"state\":\"off\",\"by\":\"relay\",\"confirmedBy\":\"\",\"sensed\":false}");
    CampaignVerdict verdict = bench.judge(folder);
    Reason reason = only(verdict, Verdict.INCOMPLETE, "planned crash without evidence");
    assertTrue(verdict.runs().getFirst().crashes().isEmpty());
    assertTrue(
        reason.text().contains("The switch of node 13 says that it cut the power (trace/r01-lab")
            && reason.text().contains("is it stuck"),
        reason.text());
  }

  @Test
  void F08_aSwitchThatDidNotConfirmIsNoChange() {
    bench = new BenchFixture(5, "relay");
    bench.run(PULL_13);
    witness(
        Kind.POWER,
        3,
        "{\"state\":\"off\",\"by\":\"relay\",\"failed\":\"relay of n3 was asked to switch off; after"
            + " 300 ms: the node's power is seen to be on\"}");
    CampaignVerdict verdict = bench.judge(folder);
    Reason reason = only(verdict, Verdict.INCOMPLETE, "planned crash without evidence");
    assertTrue(verdict.runs().getFirst().crashes().isEmpty());
    assertTrue(
        reason.text().contains("its switch did not confirm: relay of n3 was asked to switch off;")
            && reason.text().contains("(trace/r01-lab"),
        reason.text());
    assertFalse(reason.text().contains("says that it cut the power"), reason.text());
  }

  @Test
  void aSwitchWhoseWordTheSenseWireConfirmsIsProof() {
    bench = new BenchFixture(5, "relay");
    bench.run(PULL_13, Pull.power(3, 6));
    bench.campaign.traces.change(
        r -> r.kind() == Kind.EXIT,
        r ->
            new TraceRecord(
                r.run(),
                0,
                1,
                0,
                r.timeNs(),
                Kind.POWER,
                -1,
                -1,
                3,
                r.timeNs() - 10,
                r.timeNs(),
                "{\"state\":\"off\",\"by\":\"relay\",\"confirmedBy\":\"sense pin; the switch was"
                    + " driven and says nothing\",\"sensed\":true}"));
    CampaignVerdict verdict = bench.judge(folder);
    assertEquals(Verdict.PASS, verdict.verdict(), () -> VerdictText.of(verdict));
    CrashFinding crash = verdict.runs().getFirst().crashes().getFirst();
    assertTrue(crash.firstProof().contains("confirmed by its SENSE pin"), crash.firstProof());
  }

  @Test
  void F29_pausedInsteadOfPulled() {
    CampaignVerdict verdict = bench.run(PULL_13, Pull.pause(3, 6)).judge(folder);
    Reason reason = only(verdict, Verdict.BOUND_BROKEN, "paused, not pulled");
    assertEquals(13, reason.node());
    assertTrue(
        reason.text().contains("it was not dead: it paused, and still wrote records"),
        reason.text());
    // Its end is known only by the boot that came after it: silence is no death.
    CrashFinding end = verdict.runs().getFirst().crashes().getFirst();
    assertTrue(end.firstProof().startsWith("a later boot"), end.firstProof());
  }

  @Test
  void aLaterBootProvesThatTheOneBeforeWasDead() {
    bench.run(PULL_13, Pull.power(3, 6));
    bench.campaign.traces.change(
        r -> r.kind() == Kind.EXIT || r.kind() == Kind.POWER_CUT,
        r -> Records.data(withKind(r, Kind.UNKNOWN), ""));
    CampaignVerdict verdict = bench.judge(folder);
    assertEquals(Verdict.PASS, verdict.verdict(), () -> VerdictText.of(verdict));
    CrashFinding crash = verdict.runs().getFirst().crashes().getFirst();
    assertTrue(
        crash.firstProof().startsWith("a later boot of the node (trace/idle-n13-b2.jsonl:"),
        crash.firstProof());
    assertTrue(crash.firstProofNs() > crash.lastSignNs());
  }

  @Test
  void anAliveEdgeMayBeTheLaterBootsThatProvesTheDeath() {
    bench.run(PULL_13, Pull.power(3, 6));
    bench.campaign.traces.change(
        r -> r.kind() == Kind.EXIT || r.kind() == Kind.POWER_CUT,
        r -> Records.data(withKind(r, Kind.UNKNOWN), ""));
    long bootNs = bench.campaign.traces.file("idle-n13-b2.jsonl").getFirst().timeNs();
    aliveEdge(bootNs - 1_000_000, 1);
    CrashFinding crash = bench.judge(folder).runs().getFirst().crashes().getFirst();
    assertTrue(crash.firstProof().startsWith("a later boot"), crash.firstProof());
    assertTrue(crash.lastSign().startsWith("frame on the line"), crash.lastSign());
  }

  @Test
  void aLineThatFallsWithItsNodesPowerIsNoSignOfLife() {
    bench.run(PULL_13, Pull.power(3, 6));
    long deadNs =
        bench.campaign.traces.file("r01-lab.jsonl").stream()
            .filter(r -> r.kind() == Kind.EXIT && r.peer() == 3)
            .mapToLong(TraceRecord::timeNs)
            .findFirst()
            .orElseThrow();
    aliveEdge(deadNs - 1_000, 0);
    CampaignVerdict verdict = bench.judge(folder);
    assertEquals(Verdict.PASS, verdict.verdict(), () -> VerdictText.of(verdict));
    CrashFinding crash = verdict.runs().getFirst().crashes().getFirst();
    assertEquals(deadNs, crash.firstProofNs());
    assertTrue(crash.lastSignNs() < deadNs - 1_000, crash.toString());
  }

  @Test
  void whatTheTapHeardOfAnotherBootBeforeTheRunIsNoDeathInIt() {
    bench.run(PULL_13, Pull.power(3, 6));
    bench.campaign.traces.change(
        r -> r.kind() == Kind.EXIT || r.kind() == Kind.POWER_CUT,
        r -> Records.data(withKind(r, Kind.UNKNOWN), ""));
    bench.campaign.traces.files.remove("idle-n13-b2.jsonl");
    bench.campaign.boots.put(13, 1);
    long endNs = bench.campaign.startNs - 2_000 * 1_000_000L;
    bench
        .campaign
        .traces
        .file("r01-lab.jsonl")
        .add(
            new TraceRecord(
                "r01", 0, 1, 0, endNs, Kind.LINE, 1, 1, 3, endNs - 900_000, endNs, "second"));
    CampaignVerdict verdict = bench.judge(folder);
    only(verdict, Verdict.INCOMPLETE, "planned crash without evidence");
    assertTrue(verdict.runs().getFirst().crashes().isEmpty(), () -> VerdictText.of(verdict));
  }

  @Test
  void withoutSenseAndBeforeItIsBackNothingIsConcluded() {
    bench.run(PULL_13, Pull.power(3, 6));
    bench.campaign.traces.change(
        r -> r.kind() == Kind.EXIT || r.kind() == Kind.POWER_CUT,
        r -> Records.data(withKind(r, Kind.UNKNOWN), ""));
    bench.campaign.traces.files.remove("idle-n13-b2.jsonl");
    bench.campaign.boots.put(13, 1);
    CampaignVerdict verdict = bench.judge(folder);
    assertEquals(Verdict.INCOMPLETE, verdict.verdict());
    only(verdict, Verdict.INCOMPLETE, "suspicion without evidence");
    only(verdict, Verdict.INCOMPLETE, "planned crash without evidence");
  }

  @Test
  void aSenseWireThatHasComeOffIsNoDeath() {
    bench.run();
    witness(Kind.PIN, 3, "{\"pin\":\"sense\"}");
    CampaignVerdict verdict = bench.judge(folder);
    Reason reason = only(verdict, Verdict.INCOMPLETE, "contradicting evidence");
    assertTrue(reason.text().contains("Has the SENSE wire come off?"), reason.text());
    assertEquals(13, reason.node());
  }

  @Test
  void whatTheTapHeardCountsFromItsStart() {
    bench.run(PULL_13, Pull.power(3, 7));
    // Without ALIVE edges, the last frame is the last sign: read later than it was there.
    bench.campaign.traces.change(
        r -> r.kind() == Kind.PIN && r.data().contains("node3."),
        r -> Records.data(r, "{\"pin\":\"other\"}"));
    long lastStartNs =
        bench.campaign.traces.file("r01-lab.jsonl").stream()
            .filter(r -> r.kind() == Kind.LINE && r.peer() == 3)
            .mapToLong(TraceRecord::a)
            .max()
            .orElseThrow();
    CampaignVerdict verdict = bench.judge(folder);
    CrashFinding crash = verdict.runs().getFirst().crashes().getFirst();
    assertEquals(lastStartNs, crash.lastSignNs());
    assertTrue(crash.lastSign().startsWith("frame on the line"), crash.lastSign());
    assertFalse(crash.firstProofNs() < crash.lastSignNs());
  }

  private void aliveEdge(long atNs, long level) {
    bench
        .campaign
        .traces
        .file("r01-lab.jsonl")
        .add(
            new TraceRecord(
                "r01", 0, 1, 0, atNs, Kind.PIN, -1, -1, 3, level, 0, "{\"pin\":\"alive\"}"));
  }

  /** A record of the witness about a process, in the middle of the run. */
  private void witness(Kind kind, int process, String data) {
    long atNs = bench.campaign.startNs + bench.campaign.timing.cycleNs();
    long a = kind == Kind.PIN ? 0 : atNs - 1_000;
    long b = kind == Kind.PIN ? 0 : atNs;
    bench
        .campaign
        .traces
        .file("r01-lab.jsonl")
        .add(new TraceRecord("r01", 0, 1, 0, atNs, kind, -1, -1, process, a, b, data));
  }

  private static TraceRecord withKind(TraceRecord r, Kind kind) {
    return new TraceRecord(
        r.run(), r.node(), r.boot(), r.seq(), r.timeNs(), kind, -1, -1, 0, 0, 0, r.data());
  }

  private static Reason only(CampaignVerdict verdict, Verdict expected, String rule) {
    assertEquals(expected, verdict.verdict(), () -> VerdictText.of(verdict));
    return verdict.runs().getFirst().reasons().stream()
        .filter(reason -> reason.rule().equals(rule))
        .findFirst()
        .orElseThrow(() -> new AssertionError(VerdictText.of(verdict)));
  }
}
