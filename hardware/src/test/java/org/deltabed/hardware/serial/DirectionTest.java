package org.deltabed.hardware.serial;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.deltabed.hardware.pins.Pi4jPins;
import org.deltabed.hardware.virtual.PseudoTerminal;
import org.deltabed.hardware.virtual.VirtualPinBoard;
import org.deltabed.hardware.virtual.VirtualPinsPlugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Turning an adapter around: on a pseudo-terminal, whose driver has no RS-485 mode. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DirectionTest {

  private static final int BAUD = 1_200;

  private record Edge(boolean high, long timeNs) {}

  @Test
  void aTerminalWithoutRs485ModeIsRefusedAndFreeAgain() throws Exception {
    try (PseudoTerminal terminal = PseudoTerminal.open()) {
      IOException e =
          assertThrows(
              IOException.class,
              () -> SerialBus.open(terminal.path(), BAUD, new Direction.Kernel()));
      assertTrue(e.getMessage().contains("has no RS-485 mode (errno 25)"), e.getMessage());
      assertTrue(e.getMessage().contains("direction: auto"), e.getMessage());
      SerialBus.open(terminal.path(), BAUD).close();
    }
  }

  @Test
  void aDriverThatSetsSomethingElseIsRefused() {
    int asked = KernelRs485.ENABLED | KernelRs485.RTS_ON_SEND;
    assertDoesNotThrow(() -> KernelRs485.check("tty", asked));
    for (int got :
        new int[] {
          0,
          KernelRs485.RTS_ON_SEND,
          KernelRs485.ENABLED,
          KernelRs485.ENABLED | KernelRs485.RTS_AFTER_SEND,
          asked | KernelRs485.RTS_AFTER_SEND
        }) {
      IOException e = assertThrows(IOException.class, () -> KernelRs485.check("tty", got));
      assertTrue(e.getMessage().startsWith("tty: its driver"), e.getMessage());
    }
  }

  @Test
  void aSenderThatComesAfterTheEndDoesNotLeaveItHigh(@TempDir Path directory) throws Exception {
    try (PseudoTerminal terminal = PseudoTerminal.open();
        OwnDescriptor descriptor = OwnDescriptor.open(terminal.path());
        VirtualPinBoard board = VirtualPinBoard.open(directory.resolve("pins"))) {
      board.define("direction", false);
      try (Pi4jPins pins = new Pi4jPins(VirtualPinsPlugin.newContext(board.socket()))) {
        DriverEnable enable =
            new DriverEnable(
                pins.output("direction", false), descriptor.fd(), BAUD, cause -> fail(cause));
        enable.take();
        assertTrue(board.level("direction"));
        enable.close();
        IOException closed = assertThrows(IOException.class, enable::take);
        assertTrue(closed.getMessage().contains("closed"), closed.getMessage());
        assertFalse(board.level("direction"), "nobody would release it");
        enable.awaitEnd();
      }
    }
  }

  @Test
  void aPinIsHighFromBeforeTheFirstByteUntilTheLastBitIsOut(@TempDir Path directory)
      throws Exception {
    BlockingQueue<Edge> edges = new LinkedBlockingQueue<>();
    try (PseudoTerminal terminal = PseudoTerminal.open();
        VirtualPinBoard board = VirtualPinBoard.open(directory.resolve("pins"))) {
      board.define("direction", false);
      board.onEdge((line, high, timeNs) -> edges.add(new Edge(high, timeNs)));
      try (Pi4jPins pins = new Pi4jPins(VirtualPinsPlugin.newContext(board.socket()));
          SerialBus bus =
              SerialBus.open(
                  terminal.path(), BAUD, new Direction.Pin(pins.output("direction", false)))) {
        long startNs = System.nanoTime();
        bus.send(new byte[48], 0, 48);
        long sentNs = System.nanoTime();
        Edge taken = edges.poll(20, TimeUnit.SECONDS);
        assertTrue(taken.high());
        assertTrue(startNs <= taken.timeNs() && taken.timeNs() <= sentNs);
        Edge released = edges.poll(20, TimeUnit.SECONDS);
        assertFalse(released.high());
        assertTrue(released.timeNs() - startNs >= DriverEnable.lineTimeNs(48, BAUD));
      }
      assertEquals(0, edges.size());
      assertFalse(board.level("direction"));
    }
  }
}
