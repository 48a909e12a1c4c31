package org.deltabed.lab.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.deltabed.lab.testing.DeltabedProcess;
import org.deltabed.lab.testing.SharedCampaigns;
import org.deltabed.lab.testing.TestPlan;
import org.junit.jupiter.api.Test;

/**
 * X03: regular consensus where the uniform one is promised, in real agents, by the command line.
 * The leader's own decision dies with it, and the others decide another value.
 */
class X03_VariantTest {

  @Test
  void uniformAgreementIsViolatedByTwoDecisions() throws Exception {
    Path folder = SharedCampaigns.folder("x03");
    Path plan =
        TestPlan.threeNodes(4)
            .run("leader decides and dies", "{crashPoint: {node: 1, afterDecide: true}}")
            .in(folder);
    try (DeltabedProcess deltabed =
        DeltabedProcess.start(folder, "run", plan.toString(), "--variant", "X03")) {
      int code = deltabed.exitCode(120);
      String output = deltabed.output();
      assertEquals(1, code, output);
      assertTrue(output.contains("VIOLATED"), output);
      assertTrue(
          output.matches(
              "(?s).*uniform agreement.*p1 Decide\\[value=11] .*p[23] Decide\\[value=12].*"),
          output);
    }
  }
}
