package org.deltabed.lab.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.deltabed.lab.testing.CommandLine;
import org.deltabed.lab.testing.DeltabedProcess;
import org.deltabed.lab.testing.SharedCampaigns;
import org.deltabed.lab.testing.TestPlan;
import org.junit.jupiter.api.Test;

/**
 * F09: the coordinator ends in the midst of a campaign. By SIGKILL, no node's power changes until
 * the testbed has been alone for its grace; by Ctrl-C, everything is put away in good order.
 */
class F09_CoordinatorKilledTest {

  private static final int NODES = 3;
  private static final long WATCH_MS = 4_000;
  private static final long GRACE_MS = 10_000;
  private static final long PUT_AWAY_MS = 10_000;

  private static DeltabedProcess campaign(Path folder) throws IOException, InterruptedException {
    Path plan = TestPlan.threeNodes(1_000).withJitterUs(80_000).run("long", "").in(folder);
    DeltabedProcess deltabed =
        DeltabedProcess.start(folder, "run", plan.toString(), "--id", "c" + System.nanoTime());
    deltabed.awaitNodes(NODES, 60);
    Thread.sleep(3_000); // into the run
    return deltabed;
  }

  @Test
  void bySigkillNoNodesPowerChangesBeforeTheGraceIsOver() throws Exception {
    try (DeltabedProcess deltabed = campaign(SharedCampaigns.folder("killed"))) {
      Path session = deltabed.session();
      List<Long> before = deltabed.survivors().stream().map(ProcessHandle::pid).toList();
      deltabed.handle().destroyForcibly();
      deltabed.handle().onExit().join();
      Thread.sleep(WATCH_MS);
      List<Long> after = deltabed.survivors().stream().map(ProcessHandle::pid).toList();
      assertEquals(before, after, deltabed.output());
      assertEquals(NODES + 1, after.size(), "the nodes and their testbed");
      assertTrue(
          deltabed.awaitNoSurvivor(GRACE_MS - WATCH_MS + PUT_AWAY_MS),
          () -> "left over: " + deltabed.survivors());
      assertFalse(Files.exists(session), "keys and passwords are gone");
    }
  }

  @Test
  void byCtrlCNothingIsLeftButWhatWasFound() throws Exception {
    Path folder = SharedCampaigns.folder("interrupted");
    try (DeltabedProcess deltabed = campaign(folder)) {
      Path session = deltabed.session();
      DeltabedProcess.signal("INT", deltabed.handle());
      assertEquals(130, deltabed.exitCode(30), deltabed.output());
      assertTrue(deltabed.awaitNoSurvivor(2_000), () -> "left over: " + deltabed.survivors());
      assertFalse(Files.exists(session), "the session's private folder is gone");
      assertFalse(deltabed.output().contains("Exception"), deltabed.output());
      keepsWhatWasFound(folder.resolve("runs"));
    }
  }

  /** A terminal sends Ctrl-C to all that it has started. */
  @Test
  void byCtrlCOfATerminalTheSame() throws Exception {
    try (DeltabedProcess deltabed = campaign(SharedCampaigns.folder("interrupted-all"))) {
      for (ProcessHandle each : deltabed.survivors()) {
        DeltabedProcess.signal("INT", each);
      }
      DeltabedProcess.signal("INT", deltabed.handle());
      assertEquals(130, deltabed.exitCode(30), deltabed.output());
      assertTrue(deltabed.awaitNoSurvivor(2_000), () -> "left over: " + deltabed.survivors());
      assertFalse(deltabed.output().contains("Exception"), deltabed.output());
    }
  }

  private static void keepsWhatWasFound(Path runs) throws IOException {
    try (Stream<Path> all = Files.list(runs)) {
      Path folder = all.max(java.util.Comparator.naturalOrder()).orElseThrow();
      assertTrue(Files.exists(folder.resolve("verdict.json")), folder.toString());
      assertTrue(Files.exists(folder.resolve("report.html")), folder.toString());
      CommandLine check = CommandLine.execute("check", folder.toString());
      assertEquals(3, check.code(), check.out());
    }
  }
}
