package org.deltabed.lab.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.deltabed.lab.testing.DeltabedProcess;
import org.deltabed.lab.testing.SharedCampaigns;
import org.deltabed.lab.testing.TestPlan;
import org.junit.jupiter.api.Test;

/** Two campaigns at once on one machine keep out of each other's way. */
class TwoCampaignsTest {

  private static final int PASS = 0;
  private static final int BOUND_BROKEN = 2;

  @Test
  void bothPass() throws Exception {
    Path folder = SharedCampaigns.folder("two");
    Path plan =
        TestPlan.threeNodes(4)
            .run("one", "")
            .run("two", "{powerCut: {node: 2, round: 2, slot: 0}}")
            .in(folder);
    if (!together(folder, plan)) {
      System.out.println("The host was too noisy for two campaigns; they are run once more.");
      assertEquals(true, together(folder, plan), "both pass");
    }
  }

  /** Whether both pass; nothing but a broken bound may keep them from it. */
  private static boolean together(Path folder, Path plan) throws Exception {
    try (DeltabedProcess first = DeltabedProcess.start(folder, "run", plan.toString());
        DeltabedProcess second = DeltabedProcess.start(folder, "run", plan.toString())) {
      int firstCode = first.exitCode(150);
      int secondCode = second.exitCode(150);
      boolean noisy = firstCode == BOUND_BROKEN || secondCode == BOUND_BROKEN;
      if (!noisy) {
        assertEquals(PASS, firstCode, first.output());
        assertEquals(PASS, secondCode, second.output());
      }
      return !noisy;
    }
  }
}
