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
}
