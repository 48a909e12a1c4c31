package org.deltabed.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F07: evidence that contradicts the plan makes the run INCOMPLETE, and both nodes are named. */
class F07_WrongNodePulledTest {
  @TempDir Path folder;
  private final CampaignFixture campaign = new CampaignFixture(5);

  @Test
  void bothAreNamed() {
    campaign.run("r01", List.of(Fault.of("powerCut", 13, 2, 0)), Pull.power(4, 5));
    Reason reason = incomplete("evidence contradicts the plan");

    assertTrue(
        reason.text().contains("node 13") && reason.text().contains("node 14"), reason.text());
    assertEquals(14, reason.node());
    assertTrue(reason.ref().startsWith("trace/r01-lab.jsonl:"), reason.ref());
  }

  @Test
  void aCrashThatNobodyPlanned() {
    campaign.run("r01", List.of(), Pull.power(4, 5));
    assertEquals(14, incomplete("evidence contradicts the plan").node());
  }

  @Test
  void anotherEndThanPlanned() {
    campaign.run("r01", List.of(Fault.of("crashPoint", 14, 2, 0)), Pull.power(4, 5));
    Reason reason = incomplete("evidence contradicts the plan");
    assertTrue(
        reason.text().contains("crashPoint") && reason.text().contains("power cut"), reason.text());
  }

  @Test
  void F08_aPlannedCrashWithoutEvidence() {
    campaign.run("r01", List.of(Fault.of("powerCut", 13, 2, 0)));
    Reason reason = incomplete("planned crash without evidence");
    assertEquals(13, reason.node());
  }

  @Test
  void anotherProposalThanPlanned() {
    campaign.run("r01");
    campaign.traces.change(
        r -> r.node() == 15 && r.data().contains("Propose"),
        r -> Records.data(r, r.data().replace("105", "7")));
    Reason reason = incomplete("evidence contradicts the plan");
    assertEquals(15, reason.node());
    assertTrue(reason.text().contains("105") && reason.text().contains("7"), reason.text());
  }

  @Test
  void noProposal() {
    campaign.run("r01");
    campaign.traces.change(
        r -> r.node() == 15 && r.data().contains("Propose"),
        r -> Records.data(r, r.data().replace("\"uc\"", "\"other\"")));
    assertEquals(15, incomplete("no request").node());
  }

  private Reason incomplete(String rule) {
    RunVerdict run = campaign.judge(folder).runs().getFirst();
    assertEquals(Verdict.INCOMPLETE, run.verdict(), () -> run.reasons().toString());
    return run.reasons().stream()
        .filter(reason -> reason.rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }
}
