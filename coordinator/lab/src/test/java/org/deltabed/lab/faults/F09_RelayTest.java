package org.deltabed.lab.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deltabed.checker.RunVerdict;
import org.deltabed.checker.Verdict;
import org.deltabed.lab.testing.DeltabedProcess;
import org.deltabed.lab.testing.LiveCampaign;
import org.deltabed.lab.testing.SharedCampaigns;
import org.deltabed.lab.testing.TestPlan;
import org.deltabed.lab.testing.Traces;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.junit.jupiter.api.Test;

/**
 * F09: relays switch when a plan says so, and never at start, at exit or when the coordinator dies.
 * The log of what was really done to the power tells.
 */
class F09_RelayTest {

  private static final int NODES = 3;

  @Test
  void onlyThePlannedCutAndItsRestorationChangePower() throws Exception {
    LiveCampaign campaign =
        LiveCampaign.onBench(
            TestPlan.benchNodes(7)
                .run("cut", "{powerCut: {node: 2, round: 2, slot: 0}}")
                .in(SharedCampaigns.folder("relay")));
    RunVerdict run = campaign.run("cut");
    assertEquals(Verdict.PASS, run.verdict(), campaign::toString);
    assertEquals(2, run.crashes().getFirst().node());
    assertTrue(
        Traces.read(campaign.folder(), run.id() + "-lab.jsonl", Kind.POWER).stream()
            .map(TraceRecord::data)
            .anyMatch(data -> data.contains("\"off\"") && data.contains("\"sensed\":true")),
        campaign::toString);
    if (campaign.verdict().runs().size() == 1) { // else nodes that were late were started again
      List<String> done = Files.readAllLines(campaign.folder().resolve("logs/hand.jsonl"));
      assertEquals(2, done.size(), done.toString());
      assertTrue(done.getFirst().startsWith("{\"did\":\"pull\",\"node\":2"), done.toString());
      assertTrue(done.getLast().startsWith("{\"did\":\"plug\",\"node\":2"), done.toString());
    }
  }

  @Test
  void theDeathOfTheCoordinatorChangesNobodysPower() throws Exception {
    Path folder = SharedCampaigns.folder("relay-killed");
    Path plan = TestPlan.benchNodes(1_000).withJitterUs(80_000).run("long", "").in(folder);
    try (DeltabedProcess deltabed = DeltabedProcess.start(folder, "run", plan.toString())) {
      deltabed.awaitNodes(NODES, 60);
      Thread.sleep(3_000); // into the run
      Path log = deltabed.session().resolve("hand.jsonl");
      List<Long> before = deltabed.agents().map(ProcessHandle::pid).sorted().toList();
      deltabed.handle().destroyForcibly();
      deltabed.handle().onExit().join();
      Thread.sleep(4_000);
      assertFalse(Files.exists(log), () -> "power was changed: " + log);
      List<Long> after = deltabed.survivors().stream().map(ProcessHandle::pid).sorted().toList();
      assertTrue(after.containsAll(before), before + " are no more, but " + after);
    }
  }
}
