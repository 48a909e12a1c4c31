package org.deltabed.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.deltabed.trace.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken promises are found in the trace, and explained by its records. */
class ViolationTest {
  @TempDir Path folder;

  @Test
  void X03_regularConsensusInPlaceOfUniform() {
    CampaignFixture campaign = new CampaignFixture(3);
    campaign.variant = "X03";
    // p1 leads: it decides when it hands its broadcast over, and dies before its slot.
    campaign.run("r01", Pull.afterDecide(1));
    CampaignVerdict verdict = campaign.judge(folder);
    RunVerdict run = verdict.runs().getFirst();

    assertEquals(Verdict.VIOLATED, verdict.verdict(), () -> VerdictText.of(verdict));
    Reason reason =
        run.reasons().stream()
            .filter(r -> r.rule().equals("uniform agreement"))
            .findFirst()
            .orElseThrow();
    assertTrue(reason.text().contains("101") && reason.text().contains("102"), reason.text());
    assertTrue(reason.node() > 0 && reason.timeNs() > 0 && reason.ref().startsWith("trace/r01-n"));
    PropertyFinding property =
        verdict.properties().stream()
            .filter(p -> p.name().equals("uniform agreement"))
            .findFirst()
            .orElseThrow();
    assertFalse(property.holds());
    assertEquals("uc", property.instance());
    assertEquals(2, property.refs().size());
    assertTrue(VerdictText.of(verdict).contains("BROKEN  uniform agreement"));
  }

  @Test
  void aDecisionThatNobodyProposed() {
    CampaignFixture campaign = new CampaignFixture(3).run("r01");
    campaign.traces.change(
        r -> r.data().contains("Decide"), r -> Records.data(r, r.data().replace("101", "7")));
    violated(campaign, "validity");
  }

  @Test
  void aDecisionThatIsMissing() {
    CampaignFixture campaign = new CampaignFixture(3).run("r01");
    campaign.traces.change(
        r -> r.node() == 12 && r.data().contains("Decide"),
        r ->
            Records.data(
                r,
                "{\"instance\":\"other\",\"direction\":\"indication\",\"event\":\"Crash\",\"process\":3}"));
    RunVerdict run = campaign.judge(folder).runs().getFirst();
    assertTrue(
        run.properties().stream().anyMatch(p -> p.name().equals("termination") && !p.holds()));
  }

  @Test
  void whatARunIsTooShortForIsNotJudged() {
    CampaignFixture campaign = new CampaignFixture(3).run("r01", Pull.power(2, 8));
    CampaignVerdict verdict = campaign.judge(folder);
    PropertyFinding completeness =
        verdict.properties().stream()
            .filter(p -> p.name().equals("strong completeness"))
            .findFirst()
            .orElseThrow();
    assertEquals(0, completeness.checked());
    assertTrue(
        completeness.holds() && completeness.explanation().startsWith("not judged"),
        completeness.explanation());
  }

  @Test
  void aBrokenBoundComesFirstAndTheViolationIsStillSaid() {
    CampaignFixture campaign = new CampaignFixture(3).run("r01");
    campaign.traces.change(
        r -> r.data().contains("Decide"), r -> Records.data(r, r.data().replace("101", "7")));
    campaign.traces.insertAfter(
        "r01-n12-b1.jsonl", Kind.FRAME, campaign.record(2, Kind.OVERRUN, 4, 0, 9, 0));
    RunVerdict run = campaign.judge(folder).runs().getFirst();

    assertEquals(Verdict.BOUND_BROKEN, run.verdict());
    assertEquals(Verdict.BOUND_BROKEN, run.reasons().getFirst().verdict());
    assertTrue(run.reasons().stream().anyMatch(reason -> reason.rule().equals("validity")));
  }

  @Test
  void aGapComesBeforeAViolation() {
    CampaignFixture campaign = new CampaignFixture(3).run("r01");
    campaign.traces.change(
        r -> r.data().contains("Decide"), r -> Records.data(r, r.data().replace("101", "7")));
    campaign.traces.file("r01-n11-b1.jsonl").remove(3);
    assertEquals(Verdict.INCOMPLETE, campaign.judge(folder).runs().getFirst().verdict());
  }

  private void violated(CampaignFixture campaign, String property) {
    RunVerdict run = campaign.judge(folder).runs().getFirst();
    assertEquals(Verdict.VIOLATED, run.verdict(), () -> run.reasons().toString());
    assertTrue(
        run.reasons().stream().anyMatch(reason -> reason.rule().equals(property)),
        () -> run.reasons().toString());
  }
}
