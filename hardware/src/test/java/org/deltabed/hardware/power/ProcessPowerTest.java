package org.deltabed.hardware.power;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.deltabed.hardware.CutEvidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real processes are started, stopped and killed. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ProcessPowerTest {

  private record Exit(int code, long seenNs) {}

  @TempDir Path directory;
  private final BlockingQueue<Exit> exits = new LinkedBlockingQueue<>();

  private ProcessPower node(String... argv) {
    Launch launch =
        new Launch(
            List.of(argv), Map.of("DELTABED_NODE", "3"), directory, directory.resolve("node.log"));
    return new ProcessPower("node3", launch, (code, seenNs) -> exits.add(new Exit(code, seenNs)));
  }

  private Exit nextExit() throws InterruptedException {
    return Objects.requireNonNull(exits.poll(10, TimeUnit.SECONDS), "no exit was seen");
  }

  private static String state(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    return stat.substring(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
  }

  @Test
  void aCutIsSigkillWithEvidence() throws Exception {
    try (ProcessPower node = node("sleep", "60")) {
      node.on();
      assertTrue(node.isOn());
      long beforeNs = System.nanoTime();
      CutEvidence evidence = node.off();
      assertTrue(evidence.byCut());
      assertTrue(evidence.aliveNs() >= beforeNs);
      assertTrue(evidence.deadNs() >= evidence.aliveNs());
      assertFalse(node.isOn());
      Exit exit = nextExit();
      assertEquals(128 + 9, exit.code());
      assertEquals(evidence.deadNs(), exit.seenNs());
    }
  }

  @Test
  void anExitOfItsOwnIsSeenAndIsNoCut() throws Exception {
    try (ProcessPower node = node("sh", "-c", "echo node $DELTABED_NODE; exit 7")) {
      node.on();
      Exit exit = nextExit();
      assertEquals(7, exit.code());
      CutEvidence evidence = node.off();
      assertFalse(evidence.byCut());
      assertEquals(exit.seenNs(), evidence.deadNs());
      assertFalse(node.pause());
      assertEquals("node 3\n", Files.readString(directory.resolve("node.log")));
    }
  }

  @Test
  void itIsRestoredAsANewProcess() throws Exception {
    try (ProcessPower node = node("sleep", "60")) {
      node.on();
      assertThrows(IllegalStateException.class, node::on);
      long first = node.pid();
      node.off();
      node.on();
      assertTrue(node.pid() != first);
    }
  }

  @Test
  void aPausedProcessStandsAndCanBeKilled() throws Exception {
    try (ProcessPower node = node("sleep", "60")) {
      node.on();
      assertTrue(node.pause());
      assertTrue(node.isPaused());
      awaitState(node.pid(), "T");
      assertTrue(node.resume());
      awaitState(node.pid(), "S");
      assertTrue(node.pause());
      assertTrue(node.off().byCut());
      assertFalse(node.isPaused());
    }
  }

  private static void awaitState(long pid, String wanted) throws Exception {
    for (int i = 0; i < 500 && !state(pid).equals(wanted); i++) {
      Thread.sleep(10);
    }
    assertEquals(wanted, state(pid));
  }

  @Test
  void killDoesNotWaitAndLeavesTheEvidenceToOff() throws Exception {
    try (ProcessPower node = node("sleep", "60")) {
      node.on();
      long aliveNs = node.kill();
      Exit exit = nextExit();
      assertTrue(exit.seenNs() >= aliveNs);
      assertEquals(exit.seenNs(), node.off().deadNs());
    }
  }

  @Test
  void itsStandardInputEndsOnlyWithUs() throws Exception {
    try (ProcessPower node = node("sh", "-c", "read line; exit 1")) {
      node.on();
      assertEquals(null, exits.poll(200, TimeUnit.MILLISECONDS));
      assertTrue(node.isOn());
    }
  }

  @Test
  void aMissingProgramIsAnError() {
    try (ProcessPower node = node("/no/such/program")) {
      assertThrows(IOException.class, node::on);
      assertFalse(node.isOn());
    }
  }
}
