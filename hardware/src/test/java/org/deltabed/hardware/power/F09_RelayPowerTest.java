package org.deltabed.hardware.power;

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
import org.deltabed.hardware.virtual.plug.Mains;
import org.deltabed.hardware.virtual.plug.SimulatedRelay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * F09: a coordinator in a process of its own starts, exits and is killed; seen from the board, its
 * relay's line does not move.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class F09_RelayPowerTest {

  private static final String LINE = "node3.relay";

  @TempDir Path directory;
  private final List<String> edges = new CopyOnWriteArrayList<>();
  private final List<Boolean> power = new CopyOnWriteArrayList<>();
  private VirtualPinBoard board;
  private SimulatedRelay relay;
  private Process coordinator;
  private BufferedReader said;

  @BeforeEach
  void board() throws IOException {
    board = VirtualPinBoard.open(directory.resolve("pins"));
  }

  @AfterEach
  void stop() {
    coordinator.destroyForcibly();
    relay.close();
    board.close();
  }

  private void idle(boolean activeLow) {
    board.define(LINE, activeLow);
    board.onEdge((line, high, timeNs) -> edges.add(line + " " + high));
    relay =
        new SimulatedRelay(
            board,
            LINE,
            activeLow,
            new Mains() {
              @Override
              public void set(boolean on) {
                power.add(on);
              }

              @Override
              public boolean on() {
                return power.getLast();
              }
            });
  }

  private void start(boolean activeLow, String firstWords) throws IOException {
    coordinator =
        new ProcessBuilder(
                ChildJvm.command(
                    RelayMain.class, board.socket().toString(), String.valueOf(activeLow)))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    said = coordinator.inputReader();
    assertEquals(firstWords, said.readLine());
  }

  private void tell(char command) throws IOException {
    OutputStream out = coordinator.getOutputStream();
    out.write(command);
    out.flush();
    assertEquals("done", said.readLine());
  }

  private void kill() throws InterruptedException {
    assertTrue(coordinator.toHandle().destroyForcibly());
    assertTrue(coordinator.waitFor(10, TimeUnit.SECONDS));
    awaitFreed();
  }

  private void awaitFreed() throws InterruptedException {
    for (int i = 0; i < 500 && board.isDriven(LINE); i++) {
      Thread.sleep(10);
    }
    assertFalse(board.isDriven(LINE));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theLineDoesNotMoveAtTheRequest(boolean activeLow) throws Exception {
    idle(activeLow);
    start(activeLow, "ready ON");
    assertTrue(board.isDriven(LINE));
    assertEquals(List.of(), edges);
    assertEquals(List.of(true), power);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theLineDoesNotMoveAtAnOrderlyExit(boolean activeLow) throws Exception {
    idle(activeLow);
    start(activeLow, "ready ON");
    tell('0');
    tell('c');
    tell('q');
    coordinator.getOutputStream().close();
    assertTrue(coordinator.waitFor(10, TimeUnit.SECONDS));
    awaitFreed();
    assertEquals(List.of(LINE + " " + !activeLow), edges);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theLineDoesNotMoveBySigkillOnOrOff(boolean activeLow) throws Exception {
    idle(activeLow);
    start(activeLow, "ready ON");
    kill();
    assertEquals(List.of(), edges);
    start(activeLow, "ready ON");
    tell('0');
    kill();
    assertEquals(List.of(LINE + " " + !activeLow), edges);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aNewCoordinatorFindsTheNodeOffAndLeavesItSo(boolean activeLow) throws Exception {
    idle(activeLow);
    start(activeLow, "ready ON");
    tell('0');
    kill();
    start(activeLow, "ready OFF");
    assertEquals(List.of(LINE + " " + !activeLow), edges);
    tell('1');
    assertEquals(List.of(LINE + " " + !activeLow, LINE + " " + activeLow), edges);
    for (int i = 0; i < 500 && power.size() < 3; i++) {
      Thread.sleep(10);
    }
    assertEquals(List.of(true, false, true), power);
  }
}
