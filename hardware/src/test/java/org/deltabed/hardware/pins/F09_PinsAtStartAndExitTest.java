package org.deltabed.hardware.pins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.deltabed.hardware.testing.ChildJvm;
import org.deltabed.hardware.virtual.VirtualPinBoard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** F09: no line changes when a process that drives it starts, exits or is killed. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class F09_PinsAtStartAndExitTest {

  @TempDir Path directory;
  private final List<String> edges = new CopyOnWriteArrayList<>();
  private VirtualPinBoard board;
  private Process client;
  private BufferedReader said;

  @BeforeEach
  void start() throws IOException {
    board = VirtualPinBoard.open(directory.resolve("pins"));
    board.define("node3.relay", true);
    board.define("node3.alive", false);
    board.define("node3.crash", false);
    board.onEdge((line, high, timeNs) -> edges.add(line + " " + high));
    client =
        new ProcessBuilder(ChildJvm.command(PinClientMain.class, board.socket().toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    said = client.inputReader();
    assertEquals("ready false", said.readLine());
  }

  @AfterEach
  void stop() {
    client.destroyForcibly();
    board.close();
  }

  private void tell(char command) throws IOException {
    OutputStream out = client.getOutputStream();
    out.write(command);
    out.flush();
    assertEquals("done", said.readLine());
  }

  private void awaitFreed() throws InterruptedException {
    for (int i = 0; i < 500 && board.isDriven("node3.relay"); i++) {
      Thread.sleep(10);
    }
    assertFalse(board.isDriven("node3.relay"));
  }

  @Test
  void nothingChangesAtStart() {
    assertTrue(board.isDriven("node3.relay"));
    assertEquals(List.of(), edges);
  }

  @Test
  void nothingChangesBySigkill() throws Exception {
    tell('a');
    assertEquals(List.of("node3.alive true"), edges);
    assertTrue(client.toHandle().destroyForcibly());
    assertTrue(client.waitFor(10, TimeUnit.SECONDS));
    awaitFreed();
    assertEquals(List.of("node3.alive true"), edges);
    assertTrue(board.level("node3.relay"));
    assertTrue(board.level("node3.alive"));
  }

  @Test
  void nothingChangesByAnOrderlyExit() throws Exception {
    tell('r');
    tell('q');
    awaitFreed();
    client.getOutputStream().close();
    assertTrue(client.waitFor(10, TimeUnit.SECONDS));
    assertEquals(List.of("node3.relay false"), edges);
    assertFalse(board.level("node3.relay"));
  }

  @Test
  void anEdgeArrivesInTheOtherProcessWithTheBoardsTime() throws Exception {
    long beforeNs = System.nanoTime();
    board.drive("node3.crash", true);
    long afterNs = System.nanoTime();
    String[] words = said.readLine().split(" ", -1);
    assertEquals("edge true", words[0] + " " + words[1]);
    long timeNs = Long.parseLong(words[2]);
    assertTrue(beforeNs <= timeNs && timeNs <= afterNs);
  }
}
