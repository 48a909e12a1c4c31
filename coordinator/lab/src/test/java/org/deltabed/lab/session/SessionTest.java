package org.deltabed.lab.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.deltabed.checker.CampaignVerdict;
import org.deltabed.checker.CrashFinding;
import org.deltabed.checker.Judge;
import org.deltabed.checker.RunVerdict;
import org.deltabed.checker.Suspicion;
import org.deltabed.checker.Verdict;
import org.deltabed.lab.testing.DeltabedProcess;
import org.deltabed.lab.testing.SharedCampaigns;
import org.deltabed.lab.testing.TestPlan;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Ten random pulls in a guided session, by another process, held against that one's own log. */
class SessionTest {

  private static final int PULLS = 10;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What was really done to a plug, and between which two times. */
  private record Pull(int node, long fromNs, long toNs) {}

  @Test
  void everyCrashIntervalContainsTheTrueTimeAndEveryDetectionIsWithinItsBound() throws Exception {
    Path folder = SharedCampaigns.folder("session");
    String id = "s" + System.nanoTime();
    TestPlan plan = TestPlan.benchNodes(26).byHand();
    Random random = new Random(5);
    for (int i = 0; i < PULLS; i++) {
      int node = 1 + random.nextInt(3);
      plan.run("pull " + i, "{powerCut: {node: %d, round: 4, slot: 0}}".formatted(node));
    }
    try (DeltabedProcess session =
        DeltabedProcess.start(folder, "session", plan.in(folder).toString(), "--id", id)) {
      session.awaitNodes(3, 60);
      Thread hand = Thread.ofPlatform().daemon().start(new ObedientHand(session));
      session.exitCode(600);
      hand.join();
      Path campaign = folder.resolve("runs").resolve(id);
      CampaignVerdict verdict = Judge.judge(campaign);
      List<Pull> pulls = pulls(campaign);
      List<RunVerdict> counting = verdict.runs().stream().filter(RunVerdict::counts).toList();
      assertEquals(PULLS, counting.size(), session.output());
      int passed = 0;
      for (RunVerdict run : counting) {
        // A host that stood still five times in a row is no fault of the session's.
        assertTrue(
            run.verdict() == Verdict.PASS || run.verdict() == Verdict.BOUND_BROKEN,
            () -> run.id() + " " + run.reasons());
        if (run.verdict() == Verdict.PASS) {
          passed++;
          run.crashes().forEach(crash -> containsATruePull(run, crash, pulls));
          run.suspicions().forEach(it -> isWithinBound(verdict, it));
          assertEquals(1, run.crashes().size(), run.id());
          assertEquals(2, run.suspicions().size(), run.id());
        }
      }
      if (passed < PULLS) {
        System.out.println("The host was too noisy for " + (PULLS - passed) + " of " + PULLS);
      }
      assertTrue(passed >= PULLS / 2, session.output());
      assertTrue(session.output().contains("noticed the crash of"), session.output());
      assertTrue(session.output().contains("The report, to read and to print"));
      assertFalse(session.output().contains("Exception"), session.output());
    }
  }

  private static void containsATruePull(RunVerdict run, CrashFinding crash, List<Pull> pulls) {
    assertTrue(
        pulls.stream()
            .anyMatch(
                pull ->
                    pull.node() == crash.node()
                        && crash.lastSignNs() <= pull.toNs()
                        && pull.fromNs() <= crash.firstProofNs()
                        && pull.toNs() <= crash.firstProofNs()),
        () -> run.id() + " " + crash + " has none of " + pulls);
  }

  private static void isWithinBound(CampaignVerdict verdict, Suspicion suspicion) {
    assertTrue(suspicion.detectionNs() >= 0, suspicion.toString());
    assertTrue(suspicion.detectionNs() <= verdict.detectionBoundNs(), suspicion.toString());
  }

  private static List<Pull> pulls(Path campaign) throws IOException {
    List<Pull> pulls = new ArrayList<>();
    for (String line : Files.readAllLines(campaign.resolve("logs/hand.jsonl"))) {
      JsonNode done = JSON.readTree(line);
      if (done.get("did").asString().equals("pull")) {
        pulls.add(
            new Pull(
                done.get("node").asInt(), done.get("fromNs").asLong(), done.get("toNs").asLong()));
      }
    }
    return pulls;
  }
}
