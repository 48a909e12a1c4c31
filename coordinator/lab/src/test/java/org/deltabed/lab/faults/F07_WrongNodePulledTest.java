package org.deltabed.lab.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.deltabed.checker.Fault;
import org.deltabed.checker.RunVerdict;
import org.deltabed.checker.Verdict;
import org.deltabed.lab.campaign.LiveTestbed;
import org.deltabed.lab.testing.LiveCampaign;
import org.deltabed.lab.testing.SharedCampaigns;
import org.deltabed.lab.testing.TestPlan;
import org.deltabed.lab.testing.WrappedTestbed;
import org.deltabed.lab.virtual.VirtualTestbed;
import org.junit.jupiter.api.Test;

/** F07: the hand pulls another plug than the plan says. */
class F07_WrongNodePulledTest {

  /** The power of nodes 2 and 3 is mixed up. */
  private static final class MixedUp extends WrappedTestbed {
    MixedUp(LiveTestbed live) {
      super(live);
    }

    @Override
    public void arm(List<Fault> faults) throws IOException {
      super.arm(
          faults.stream()
              .map(f -> new Fault(f.kind(), 5 - f.node(), f.round(), f.slot(), f.parameters()))
              .toList());
    }
  }

  @Test
  void theEvidenceContradictsThePlanAndBothNodesAreNamed() throws Exception {
    LiveCampaign campaign =
        LiveCampaign.run(
            TestPlan.threeNodes(5)
                .run("pull", "{powerCut: {node: 3, round: 2, slot: 0}}")
                .in(SharedCampaigns.folder("wrong-node")),
            "",
            Optional.empty(),
            (session, testbed, broker, traces) ->
                new MixedUp(VirtualTestbed.start(session, testbed, broker, traces)));
    RunVerdict run = campaign.run("pull");
    assertEquals(Verdict.INCOMPLETE, run.verdict(), campaign::toString);
    assertTrue(
        LiveCampaign.causes(run).stream()
            .anyMatch(r -> r.text().contains("node 3") && r.text().contains("node 2")),
        campaign::toString);
  }
}
