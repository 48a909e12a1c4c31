package org.deltabed.lab.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deltabed.checker.ClockFinding;
import org.deltabed.checker.RunVerdict;
import org.deltabed.checker.Verdict;
import org.deltabed.hardware.SkewedClock;
import org.deltabed.lab.testing.LiveCampaign;
import org.deltabed.lab.testing.SharedCampaigns;
import org.deltabed.lab.testing.TestPlan;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Nodes whose clocks differ by seconds and drift: they form a cluster, and the evidence recovers
 * each offset within the uncertainty that it states.
 */
class SyncEvidenceTest {
  private static final List<SkewedClock> CLOCKS =
      List.of(
          new SkewedClock(5_000_000_000L, 30),
          new SkewedClock(-7_000_000_000L, -60),
          new SkewedClock(123_456_789_000L, 90));

  private static LiveCampaign campaign;

  @BeforeAll
  static void run() throws Exception {
    StringBuilder clocks = new StringBuilder();
    for (int i = 0; i < CLOCKS.size(); i++) {
      clocks.append(
          "%s{node: %d, offsetUs: %d, driftPpm: %d}"
              .formatted(
                  i == 0 ? "[" : ", ",
                  i + 1,
                  CLOCKS.get(i).offsetNs() / 1_000,
                  CLOCKS.get(i).driftPpm()));
    }
    campaign =
        LiveCampaign.onBench(
            TestPlan.threeClocks(14, clocks + "]")
                .run("quiet", "")
                .run("pull", "{powerCut: {node: 3, round: 2, slot: 0}}")
                .in(SharedCampaigns.folder("clocks")));
  }

  @Test
  void eachOffsetIsRecoveredWithinItsUncertainty() {
    for (RunVerdict run : campaign.verdict().runs()) {
      assertEquals(3, run.clocks().size(), campaign::toString);
      for (ClockFinding clock : run.clocks()) {
        SkewedClock injected = CLOCKS.get(clock.node() - 1);
        long trueNs = injected.atMachineNs(clock.atNs()) - clock.atNs();
        long wrongNs = Math.abs(clock.offsetNs() - trueNs);
        assertTrue(clock.known(), clock.toString());
        assertTrue(wrongNs <= clock.uncertaintyNs(), clock + " is wrong by " + wrongNs + " ns");
        // Of two clocks together: the J/4 that 40 ms of jitter leave between a delay and its bound.
        assertTrue(clock.uncertaintyNs() < 5_000_000, clock.toString());
        assertTrue(clock.aliveEdges() > 0, clock.toString());
        assertTrue(clock.syncEdges() > 0, clock.toString());
      }
    }
  }

  @Test
  void delaysCarryTheUncertaintyAndAreStillJudged() {
    RunVerdict run = campaign.run("quiet");
    assertEquals(Verdict.PASS, run.verdict(), campaign::toString);
    assertTrue(run.timed() > 20 && run.maxDelayNs() > 0);
    assertTrue(run.delayUncertaintyNs() > 0);
  }

  @Test
  void aPullIsDetectedByNodesWithOtherClocks() {
    RunVerdict run = campaign.run("pull");
    assertEquals(Verdict.PASS, run.verdict(), campaign::toString);
    assertEquals(3, run.crashes().getFirst().node());
    assertEquals(2, run.suspicions().size(), campaign::toString);
    run.suspicions()
        .forEach(
            suspicion ->
                assertTrue(suspicion.detectionNs() <= campaign.verdict().detectionBoundNs()));
  }
}
