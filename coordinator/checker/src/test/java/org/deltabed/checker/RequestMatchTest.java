package org.deltabed.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of a process is what the plan says: every request, in its order, and no other. */
class RequestMatchTest {
  private static final String BROADCAST = "\"event\":\"Broadcast\"";

  @TempDir Path folder;
  private final CampaignFixture campaign = new CampaignFixture(3);

  RequestMatchTest() {
    campaign.protocolId = "B1";
    campaign.requestsEach = 3;
    campaign.rounds = 6;
  }

  @Test
  void threeBroadcastsOfEach() {
    campaign.run("r01");
    CampaignVerdict verdict = campaign.judge(folder);
    assertEquals(Verdict.PASS, verdict.verdict(), () -> VerdictText.of(verdict));
    RunVerdict run = verdict.runs().getFirst();
    assertEquals(27, run.indications().size());
    assertEquals("Deliver", run.indications().getFirst().event());
    assertEquals("p1 101", run.indications().getFirst().value());
    assertTrue(run.decisions().isEmpty());
  }

  @Test
  void aDeadProcessMayLackTheLast() {
    campaign.run("r01", Pull.power(2, 4));
    CampaignVerdict verdict = campaign.judge(folder);
    assertEquals(Verdict.PASS, verdict.verdict(), () -> VerdictText.of(verdict));
  }

  @Test
  void aDeadProcessMayNotLackWhatItsRecordsGoBeyond() {
    campaign.run("r01", Pull.power(2, 8));
    campaign.traces.change(
        r -> r.node() == 12 && r.data().contains("2000102") && r.data().contains(BROADCAST),
        r -> Records.data(r, r.data().replace("\"beb\"", "\"other\"")));
    assertEquals(12, incomplete("no request").node());
  }

  @Test
  void oneRequestTooFew() {
    campaign.run("r01");
    campaign.traces.change(
        r -> r.node() == 13 && r.data().contains("2000103") && r.data().contains(BROADCAST),
        r -> Records.data(r, r.data().replace("\"beb\"", "\"other\"")));
    assertEquals(13, incomplete("no request").node());
  }

  @Test
  void oneRequestTooMany() {
    campaign.run("r01");
    campaign.requestsEach = 2;
    assertTrue(incomplete("evidence contradicts the plan").text().contains("was not to"));
  }

  @Test
  void aDetectorIsAskedNothing() {
    campaign.protocolId = "D2";
    campaign.run("r01", Pull.power(2, 4));
    CampaignVerdict verdict = campaign.judge(folder);
    assertEquals(Verdict.PASS, verdict.verdict(), () -> VerdictText.of(verdict));
    assertTrue(verdict.runs().getFirst().indications().isEmpty());
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
