package org.deltabed.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.deltabed.trace.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The interval of a crash is made of what the witness saw, whatever the means. */
class CrashEvidenceTest {
  @TempDir Path folder;
  private final CampaignFixture campaign = new CampaignFixture(5);

  @Test
  void aCrashPinIsASignOfLifeOfTheProgramThatEndsByIt() {
    CrashFinding crash = crash(Pull.pin(4, 5));
    assertEquals(middleNs(5), crash.lastSignNs());
    assertEquals(middleNs(5) + 300_000, crash.firstProofNs());
    assertTrue(crash.lastSign().startsWith("CRASH pin (trace/r01-lab.jsonl:"), crash.lastSign());
    assertTrue(crash.firstProof().startsWith("exit with code 72"), crash.firstProof());
  }

  @Test
  void F03_afterAPrefixOfTheReceiversTheLineSpeaksLast() {
    CrashFinding crash = crash(Pull.afterSubFrames(1, 0, 3, 4));
    assertTrue(crash.lastSign().startsWith("frame on the line"), crash.lastSign());
    assertTrue(crash.firstProof().startsWith("exit with code 71"), crash.firstProof());
  }

  @Test
  void F03_eachPrefixPasses() {
    for (int prefix = 0; prefix <= 4; prefix++) {
      Integer[] receivers = IntStream.rangeClosed(2, prefix + 1).boxed().toArray(Integer[]::new);
      var each = new CampaignFixture(5).run("r01", Pull.afterSubFrames(1, 0, receivers));
      Path its = folder.resolve("prefix" + prefix);
      CampaignVerdict verdict = each.judge(its);
      assertEquals(Verdict.PASS, verdict.verdict(), () -> VerdictText.of(verdict));
    }
  }

  @Test
  void twoCrashesInOneRun() {
    campaign.run("r01", Pull.power(2, 1), Pull.pin(1, 7));
    RunVerdict run = campaign.judge(folder).runs().getFirst();
    assertEquals(Verdict.PASS, run.verdict(), () -> run.reasons().toString());
    assertEquals(List.of(2, 1), run.crashes().stream().map(CrashFinding::process).toList());
  }

  @Test
  void aDeadNodeThatWritesContradictsTheWitness() {
    campaign.run("r01", Pull.power(3, 5));
    long laterNs = middleNs(12);
    campaign.traces.change(
        r -> r.node() == 13 && r.kind() == Kind.FRAME && r.round() == 40 && r.slot() == 4,
        r -> Records.at(r, laterNs));
    RunVerdict run = campaign.judge(folder).runs().getFirst();
    assertTrue(
        run.reasons().stream()
            .anyMatch(
                reason -> reason.rule().equals("contradicting evidence") && reason.node() == 13));
  }

  @Test
  void deathWithoutASignOfLifeIsNoInterval() {
    campaign.run("r01", Pull.afterSubFrames(1, 0));
    campaign.traces.file("r01-lab.jsonl").removeIf(r -> r.peer() == 1 && r.kind() == Kind.LINE);
    RunVerdict run = campaign.judge(folder).runs().getFirst();
    assertTrue(
        run.reasons().stream().anyMatch(reason -> reason.rule().equals("no sign of life")),
        () -> run.reasons().toString());
  }

  @Test
  void tooCoarseEvidenceDoesNotDecideADetection() {
    campaign.run("r01", Pull.pin(4, 6));
    // Without the edges of its pins, and with its last frame unseen, node 14 may have died a round
    // earlier.
    campaign.traces.change(
        r -> r.node() == 0 && r.peer() == 4 && r.kind() == Kind.PIN,
        r -> Records.data(r, "{\"pin\":\"other\"}"));
    campaign.traces.change(
        r -> r.kind() == Kind.LINE && r.peer() == 4 && r.b() > campaign.startNs,
        r -> Records.peer(r, 5));
    RunVerdict run = campaign.judge(folder).runs().getFirst();
    assertTrue(
        run.reasons().stream().anyMatch(reason -> reason.rule().equals("detection not decided")),
        () -> run.reasons().toString());
    assertEquals(Verdict.INCOMPLETE, run.verdict());
  }

  private CrashFinding crash(Pull pull) {
    campaign.run("r01", pull);
    CampaignVerdict verdict = campaign.judge(folder);
    assertEquals(Verdict.PASS, verdict.verdict(), () -> VerdictText.of(verdict));
    return verdict.runs().getFirst().crashes().getFirst();
  }

  private long middleNs(int slot) {
    return campaign.startNs + slot * campaign.timing.slotNs() + 1_000_000;
  }
}
