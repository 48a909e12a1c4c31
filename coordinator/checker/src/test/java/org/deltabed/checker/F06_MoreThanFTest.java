package org.deltabed.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F06: more than f crashes are said, and what is promised regardless is still judged. */
class F06_MoreThanFTest {
  @TempDir Path folder;

  @Test
  void saidAndJudged() {
    CampaignFixture campaign = new CampaignFixture(5);
    campaign.crashesMax = 1;
    RunVerdict run =
        campaign.run("r01", Pull.power(1, 1), Pull.pin(4, 3)).judge(folder).runs().getFirst();

    assertEquals(Verdict.PASS, run.verdict(), () -> run.reasons().toString());
    Reason said = run.reasons().getFirst();
    assertEquals("more crashes than f", said.rule());
    assertTrue(said.text().contains("nodes 11, 14"), said.text());
    assertTrue(run.properties().stream().anyMatch(property -> property.checked() > 0));
  }

  /** Without a majority nothing is ever delivered, and nobody is to blame. */
  @Test
  void whatNeedsAMajorityIsNotOwedWithoutOne() {
    CampaignFixture campaign = new CampaignFixture(3);
    campaign.protocolId = "B5";
    campaign.crashesMax = 1;
    campaign.rounds = 8;
    CampaignVerdict verdict = campaign.run("r01", Pull.power(1, 1), Pull.power(2, 2)).judge(folder);
    RunVerdict run = verdict.runs().getFirst();
    assertEquals(Verdict.PASS, run.verdict(), () -> run.reasons().toString());
    PropertyFinding validity =
        run.properties().stream()
            .filter(
                property -> property.name().equals("validity") && property.instance().equals("urb"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        "not judged: more processes are faulty than it is promised for", validity.explanation());
    assertTrue(VerdictText.of(verdict).contains("the plan allows for 1"), VerdictText.of(verdict));
  }
}
