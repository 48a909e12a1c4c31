package org.deltabed.lab.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.deltabed.checker.CampaignFile;
import org.deltabed.checker.Judge;
import org.deltabed.checker.RunVerdict;
import org.deltabed.checker.Verdict;
import org.deltabed.lab.testing.DeltabedProcess;
import org.deltabed.lab.testing.SharedCampaigns;
import org.deltabed.lab.testing.TestPlan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** F39: the coordinator is killed, wherever it is, and the campaign is gone on with. */
class F39_ResumedTest {

  private static final List<String> CASES = List.of("quiet", "cut", "another cut");

  @ParameterizedTest
  @ValueSource(longs = {300, 2_500, 6_000})
  void aCampaignWhoseCoordinatorWasKilledComesToTheSameVerdict(long killAfterMs) throws Exception {
    Path folder = SharedCampaigns.folder("resumed-" + killAfterMs);
    String id = "k" + System.nanoTime();
    Path plan =
        TestPlan.threeNodes(7)
            .run("quiet", "")
            .run("cut", "{powerCut: {node: 3, round: 2, slot: 0}}")
            .run("another cut", "{powerCut: {node: 1, round: 2, slot: 1}}")
            .in(folder);
    try (DeltabedProcess killed =
        DeltabedProcess.start(folder, "run", plan.toString(), "--id", id)) {
      killed.awaitNodes(3, 60);
      Thread.sleep(killAfterMs);
      killed.handle().destroyForcibly();
      killed.handle().onExit().join();
    }
    Path campaign = folder.resolve("runs").resolve(id);
    if (!CampaignFile.read(campaign).complete()) {
      try (DeltabedProcess resumed = DeltabedProcess.start(folder, "run", "--resume", id)) {
        assertTrue(resumed.exitCode(300) < 64, resumed.output());
      }
    }
    List<RunVerdict> made = Judge.judge(campaign).runs();
    List<RunVerdict> counting = made.stream().filter(RunVerdict::counts).toList();
    assertEquals(
        CASES, counting.stream().map(RunVerdict::caseName).toList(), () -> made.toString());
    for (RunVerdict run : counting) {
      // A host that stands still breaks bounds in a campaign that is not interrupted, too.
      assertTrue(
          run.verdict() == Verdict.PASS || run.verdict() == Verdict.BOUND_BROKEN,
          () -> run.id() + " " + run.reasons());
    }
    assertTrue(CampaignFile.read(campaign).complete());
  }
}
