package org.deltabed.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads on the console. */
class VerdictTextTest {
  @TempDir Path folder;

  @Test
  void aTableAndAVerdictInWords() {
    CampaignFixture campaign = new CampaignFixture(3).run("r01").run("r02", Pull.power(2, 2));
    String text = VerdictText.of(campaign.judge(folder));
    List<String> lines = text.lines().toList();

    assertTrue(lines.get(0).startsWith("run     case"), text);
    assertTrue(lines.get(1).matches("r01 +case r01 +1 +PASS +- +101 +3 .* ms"), text);
    assertTrue(lines.get(2).matches("r02 +case r02 +1 +PASS +p2 +101 +3 .* ms"), text);
    assertTrue(text.contains("longest delay "), text);
    assertTrue(text.contains("0 late frames"), text);
    assertTrue(text.contains("  holds   uniform agreement (uc), checked "), text);
    assertTrue(text.contains("PASS: the protocol kept its promise"), text);
  }

  @Test
  void F44_whatANodeSaysDoesNotCommandTheConsole() {
    CampaignFixture campaign =
        new CampaignFixture(3).run("r01").change(run -> aborted(run, "it says \u001b[2J\u202e!"));
    String text = VerdictText.of(campaign.judge(folder));
    assertTrue(text.contains("it says ?[2J?!"), text);
  }

  private static CampaignRun aborted(CampaignRun run, String reason) {
    return new CampaignRun(
        run.id(),
        run.caseName(),
        run.attempt(),
        run.repeats(),
        run.startRound(),
        run.rounds(),
        run.nonce(),
        run.boots(),
        run.proposals(),
        run.faults(),
        run.expect(),
        RunState.ABORTED,
        reason);
  }

  @Test
  void durationsHaveTheirUnit() {
    assertEquals("9999 ns", Durations.text(9_999));
    assertEquals("10.0 µs", Durations.text(10_000));
    assertEquals("12.346 ms", Durations.text(12_345_678));
    assertEquals("-5 ns", Durations.text(-5));
  }

  @Test
  void differencesThatDoNotFitAreTheExtremes() {
    assertEquals(Long.MAX_VALUE, Durations.between(Long.MIN_VALUE, 1));
    assertEquals(Long.MIN_VALUE, Durations.between(Long.MAX_VALUE, -2));
    assertEquals(3, Durations.between(-1, 2));
  }
}
