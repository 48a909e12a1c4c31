package org.deltabed.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.deltabed.trace.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F47: more than f Byzantine processes are outside the model, whatever the run looks like. */
class F47_MoreThanFByzantineTest {
  private static final int ROUNDS = 14;

  @TempDir Path folder;

  private RunVerdict judged(List<Fault> faults, Pull... pulls) {
    return campaign().run("r01", faults, pulls).judge(folder).runs().getFirst();
  }

  private static CampaignFixture campaign() {
    CampaignFixture campaign = new CampaignFixture(4);
    campaign.protocolId = "Y3";
    campaign.crashesMax = 1;
    campaign.rounds = ROUNDS;
    return campaign;
  }

  private static List<Fault> byzantine(int... processes) {
    return Arrays.stream(processes)
        .mapToObj(
            p ->
                new Fault(
                    Fault.BYZANTINE,
                    CampaignFixture.node(p),
                    0,
                    -1,
                    Map.of("behaviour", "equivocate")))
        .toList();
  }

  @Test
  void oneOfFourIsWithinTheModel() {
    RunVerdict run = judged(byzantine(3));
    assertEquals(Verdict.PASS, run.verdict(), () -> run.reasons().toString());
    assertTrue(run.properties().stream().anyMatch(property -> property.checked() > 0));
  }

  @Test
  void twoOfFourAreOutsideIt() {
    RunVerdict run = judged(byzantine(1, 3));
    Reason said = run.reasons().getFirst();
    assertEquals(Verdict.INCOMPLETE, run.verdict(), () -> run.reasons().toString());
    assertEquals("outside the model", said.rule());
    assertTrue(said.text().contains("nodes 11, 13"), said.text());
    assertTrue(run.properties().stream().allMatch(PropertyFinding::holds));
    assertTrue(run.properties().stream().allMatch(property -> property.checked() == 0));
  }

  /** Who crashes is faulty as well. */
  @Test
  void oneByzantineAndOneThatCrashesAreTwo() {
    List<Fault> faults =
        List.of(byzantine(3).getFirst(), Fault.of("powerCut", CampaignFixture.node(4), 1, 0));
    RunVerdict run = judged(faults, Pull.power(4, 0));
    assertEquals(Verdict.INCOMPLETE, run.verdict(), () -> run.reasons().toString());
    assertEquals("outside the model", run.reasons().getFirst().rule());
  }

  /** A protocol for Byzantine processes counts crashes like lies, and promises nothing beyond f. */
  @Test
  void twoThatCrashAreTooMany() {
    List<Fault> faults =
        List.of(
            Fault.of("powerCut", CampaignFixture.node(3), 1, 1),
            Fault.of("powerCut", CampaignFixture.node(4), 1, 0));
    RunVerdict run = judged(faults, Pull.power(3, 1), Pull.power(4, 0));
    assertEquals(Verdict.INCOMPLETE, run.verdict(), () -> run.reasons().toString());
    assertEquals("outside the model", run.reasons().getFirst().rule());
    assertTrue(run.reasons().getFirst().text().contains("(nodes 13, 14); the plan"));
  }

  @Test
  void whoDoesBothIsOne() {
    List<Fault> faults =
        List.of(byzantine(4).getFirst(), Fault.of("powerCut", CampaignFixture.node(4), 1, 0));
    RunVerdict run = judged(faults, Pull.power(4, 0));
    assertEquals(Verdict.PASS, run.verdict(), () -> run.reasons().toString());
  }

  /** A lie that was planned and not told shows nothing about the others. */
  @Test
  void aNodeThatDidNotMisbehaveAsPlannedShowsNothing() {
    CampaignFixture campaign = campaign().run("r01", byzantine(3));
    campaign.traces.change(
        r -> r.kind() == Kind.RUN_START && r.node() == CampaignFixture.node(3),
        r -> Records.data(r, "{\"run\":\"r01\"}"));
    contradicts(campaign, "ran with byzantine none, and was to run with \"equivocate\"");
  }

  @Test
  void norIsOneThatMisbehavesUnaskedACorrectProcess() {
    CampaignFixture campaign = campaign().run("r01");
    campaign.traces.change(
        r -> r.kind() == Kind.RUN_START && r.node() == CampaignFixture.node(3),
        r -> Records.data(r, "{\"run\":\"r01\",\"byzantine\":\"forge\"}"));
    contradicts(campaign, "ran with byzantine \"forge\", and was to run with none");
  }

  private void contradicts(CampaignFixture campaign, String words) {
    RunVerdict run = campaign.judge(folder).runs().getFirst();
    assertEquals(Verdict.INCOMPLETE, run.verdict());
    assertTrue(
        run.reasons().stream()
            .anyMatch(
                reason ->
                    reason.rule().equals("evidence contradicts the plan")
                        && reason.node() == CampaignFixture.node(3)
                        && reason.text().contains(words)),
        () -> run.reasons().toString());
  }
}
