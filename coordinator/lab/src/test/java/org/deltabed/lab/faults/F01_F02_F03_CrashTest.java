package org.deltabed.lab.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deltabed.checker.CrashFinding;
import org.deltabed.checker.Detection;
import org.deltabed.checker.RunVerdict;
import org.deltabed.checker.Verdict;
import org.deltabed.lab.testing.LiveCampaign;
import org.deltabed.lab.testing.SharedCampaigns;
import org.deltabed.lab.testing.Traces;
import org.deltabed.trace.Kind;
import org.junit.jupiter.api.Test;

/**
 * Real nodes lose power while idle (F01), in mid-frame (F02), between two receivers of a broadcast
 * (F03), and by the CRASH pin: each is detected within the bound, and nothing else is suspected.
 */
class F01_F02_F03_CrashTest {

  @Test
  void theProtocolKeepsItsPromise() throws Exception {
    LiveCampaign campaign = SharedCampaigns.crashes();
    assertEquals(Verdict.PASS, campaign.verdict().verdict(), campaign::toString);
    assertEquals(0, campaign.verdict().lateFrames());
    assertTrue(campaign.verdict().maxDelayNs() < campaign.verdict().deltaNs());
    assertTrue(campaign.verdict().maxDetectionNs() <= campaign.verdict().detectionBoundNs());
  }

  @Test
  void f01_aPullWhileIdle() throws Exception {
    crashed("idle", 3);
  }

  @Test
  void f02_aPullInMidFrame() throws Exception {
    RunVerdict run = crashed("mid-frame", 2);
    LiveCampaign campaign = SharedCampaigns.crashes();
    long rejected =
        Traces.read(campaign.folder(), run.id() + "-n*.jsonl", Kind.REJECT).stream()
            .map(org.deltabed.trace.TraceRecord::node)
            .distinct()
            .count();
    assertTrue(rejected > 0, "nobody rejected the fragment");
  }

  @Test
  void f03_aPullAfterAPrefixOfTheReceivers() throws Exception {
    crashed("prefix", 1);
  }

  @Test
  void theCrashPin() throws Exception {
    RunVerdict run = crashed("pin", 4);
    assertTrue(run.crashes().getFirst().firstProof().contains("72"), run.crashes()::toString);
  }

  private static RunVerdict crashed(String caseName, int node) throws Exception {
    LiveCampaign campaign = SharedCampaigns.crashes();
    RunVerdict run = campaign.run(caseName);
    assertEquals(1, run.crashes().size(), run.crashes()::toString);
    CrashFinding crash = run.crashes().getFirst();
    assertEquals(node, crash.node());
    assertTrue(crash.lastSignNs() > 0 && crash.lastSignNs() <= crash.firstProofNs(), "" + crash);
    assertTrue(run.suspicions().stream().allMatch(s -> s.of() == crash.process()), "" + run);
    List<Detection> detections =
        campaign.verdict().detections().stream().filter(d -> d.run().equals(run.id())).toList();
    assertFalse(detections.isEmpty());
    for (Detection detection : detections) {
      assertTrue(detection.detectionNs() <= campaign.verdict().detectionBoundNs(), "" + detection);
    }
    return run;
  }
}
