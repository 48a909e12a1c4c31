package org.deltabed.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * F29: a node that was paused beyond its slack halts itself; the bound is broken, and node, round,
 * slot and excess are named.
 */
class F29_PauseTest {
  @TempDir Path folder;

  @Test
  void theNodeAndItsExcessComeFirst() {
    CampaignFixture campaign = new CampaignFixture(5).run("r01", Pull.pause(2, 3));
    CampaignVerdict verdict = campaign.judge(folder);
    Reason reason = verdict.runs().getFirst().reasons().getFirst();

    assertEquals(Verdict.BOUND_BROKEN, verdict.verdict(), () -> VerdictText.of(verdict));
    assertEquals("overrun", reason.rule());
    assertEquals(12, reason.node());
    assertEquals(1, reason.round());
    assertEquals(3, reason.slot());
    assertTrue(reason.excessNs() > campaign.timing.cycleNs());
    assertTrue(reason.ref().startsWith("trace/r01-n12-b1.jsonl:"));
    // Its end was not planned as a crash, but a pause may come to that: no contradiction.
    assertTrue(
        verdict.runs().getFirst().reasons().stream()
            .noneMatch(r -> r.verdict() == Verdict.INCOMPLETE),
        () -> VerdictText.of(verdict));
    assertTrue(
        VerdictText.of(verdict).contains("node 12, round 1, slot 3"),
        () -> VerdictText.of(verdict));
  }

  @Test
  void theSamePauseWithoutAPlanContradictsIt() {
    CampaignFixture campaign = new CampaignFixture(5).run("r01", List.of(), Pull.pause(2, 3));
    RunVerdict run = campaign.judge(folder).runs().getFirst();
    assertTrue(
        run.reasons().stream()
            .anyMatch(r -> r.rule().equals("evidence contradicts the plan") && r.node() == 12));
  }
}
