package org.deltabed.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F04: a decision that only a dead boot's spool knows is recovered and counted. */
class F04_DecisionOfTheDeadTest {
  @TempDir Path folder;
  private final CampaignFixture campaign = new CampaignFixture(5).run("r01", Pull.afterDecide(5));

  @Test
  void itIsAmongTheDecisions() {
    RunVerdict run = campaign.judge(folder).runs().getFirst();

    assertEquals(Verdict.PASS, run.verdict(), () -> run.reasons().toString());
    assertEquals(5, run.crashes().getFirst().process());
    assertTrue(
        run.decisions().stream().anyMatch(decision -> decision.process() == 5),
        () -> run.decisions().toString());
    assertEquals(5, run.decisions().size());
  }

  @Test
  void itCountsAgainstUniformAgreement() {
    campaign.traces.change(
        r -> r.node() == 15 && r.data().contains("Decide"),
        r -> Records.data(r, r.data().replace("101", "105")));
    RunVerdict run = campaign.judge(folder).runs().getFirst();

    assertEquals(Verdict.VIOLATED, run.verdict());
    assertTrue(
        run.reasons().stream().anyMatch(reason -> reason.rule().equals("uniform agreement")),
        () -> run.reasons().toString());
  }

  @Test
  void aTailThatTheNextBootFoundButNobodyUploadedIsMissing() {
    campaign.traces.file("r01-n15-b1.jsonl").removeLast();
    TraceRecord next = campaign.traces.file("idle-n15-b2.jsonl").getFirst();
    RunVerdict run = campaign.judge(folder).runs().getFirst();

    assertEquals(Verdict.INCOMPLETE, run.verdict());
    Reason reason = run.reasons().getFirst();
    assertEquals("missing records", reason.rule());
    assertEquals(15, reason.node());
    assertTrue(reason.text().contains("record " + next.b() + " of node 15 boot 1"), reason.text());
  }

  @Test
  void withoutANextBootTheEndIsUnknown() {
    campaign.traces.files.remove("idle-n15-b2.jsonl");
    RunVerdict run = campaign.judge(folder).runs().getFirst();

    assertEquals(Verdict.INCOMPLETE, run.verdict());
    assertEquals("unknown end", run.reasons().getFirst().rule());
  }

  @Test
  void theVictimsOwnWordIsNoProofOfItsDeath() {
    campaign.traces.change(
        r -> r.kind() == Kind.EXIT,
        r ->
            new TraceRecord(r.run(), 0, 1, r.seq(), r.timeNs(), Kind.UNKNOWN, -1, -1, 0, 0, 0, ""));
    RunVerdict run = campaign.judge(folder).runs().getFirst();

    assertTrue(run.crashes().isEmpty());
    assertEquals(Verdict.INCOMPLETE, run.verdict());
    assertTrue(
        run.reasons().stream()
            .anyMatch(reason -> reason.rule().equals("planned crash without evidence")));
  }
}
