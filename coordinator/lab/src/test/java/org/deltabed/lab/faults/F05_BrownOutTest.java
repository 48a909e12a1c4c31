package org.deltabed.lab.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.deltabed.checker.RunVerdict;
import org.deltabed.checker.Verdict;
import org.deltabed.lab.testing.LiveCampaign;
import org.deltabed.lab.testing.SharedCampaigns;
import org.deltabed.lab.testing.TestPlan;
import org.deltabed.lab.testing.Traces;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.junit.jupiter.api.Test;

/**
 * F05: power is back within less than δ, and the node is on the bus again while the run goes on. It
 * is a new boot: the process stays crashed, and nothing of the new boot counts.
 */
class F05_BrownOutTest {

  @Test
  void aNodeThatComesBackIsANewBootAndNotTheProcess() throws Exception {
    Path folder = SharedCampaigns.folder("brown-out");
    // Slots that bear the load of a Java virtual machine that starts in the midst of a run.
    LiveCampaign campaign =
        LiveCampaign.run(
            TestPlan.threeNodes(20)
                .withJitterUs(50_000)
                .run("back", "{powerCut: {node: 3, round: 2, slot: 0, restoreAfterMs: 20}}")
                .in(folder));
    RunVerdict run = campaign.run("back");
    assertEquals(Verdict.PASS, run.verdict(), campaign::toString);
    assertEquals(1, run.crashes().size(), "" + run.crashes());
    assertEquals(3, run.crashes().getFirst().process());
    assertTrue(run.suspicions().stream().allMatch(s -> s.of() == 3), "" + run.suspicions());
    long deadNs = run.crashes().getFirst().firstProofNs();
    TraceRecord powerOn =
        Traces.read(campaign.folder(), run.id() + "-lab.jsonl", Kind.POWER_ON).stream()
            .filter(on -> on.peer() == 3 && on.timeNs() > deadNs)
            .findFirst()
            .orElseThrow();
    assertTrue(powerOn.a() - deadNs < campaign.verdict().deltaNs(), "back within less than δ");
    assertTrue(
        Traces.read(campaign.folder(), run.id() + "-lab.jsonl", Kind.LINE).stream()
            .anyMatch(line -> line.peer() == 3 && line.timeNs() > powerOn.a()),
        "the new boot was on the bus during the run");
  }
}
