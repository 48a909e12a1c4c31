package org.deltabed.hardware.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import org.deltabed.hardware.testing.Received;
import org.deltabed.hardware.virtual.PseudoTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** F23: the adapter is unplugged. Here the terminal's master side hangs up. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class F23_DeviceLostTest {

  private static final Duration BOUND = Duration.ofSeconds(10);

  @Test
  void lossIsReportedOnceAndTheReaderEnds() throws Exception {
    PseudoTerminal terminal = PseudoTerminal.open();
    SerialBus bus = SerialBus.open(terminal.path(), 115_200);
    Received received = new Received();
    bus.listen(received);
    terminal.close();
    assertTrue(received.awaitLoss().getMessage().contains(terminal.path()));
    Thread.sleep(50);
    assertEquals(1, received.losses());
    assertThrows(IOException.class, () -> bus.send(new byte[] {1}, 0, 1));
    assertTimeoutPreemptively(BOUND, bus::close);
  }

  @Test
  void closeIsBoundedWhileTheReaderBlocks() throws Exception {
    try (PseudoTerminal terminal = PseudoTerminal.open()) {
      SerialBus bus = SerialBus.open(terminal.path(), 115_200);
      Received received = new Received();
      bus.listen(received);
      Thread.sleep(50);
      assertTimeoutPreemptively(BOUND, bus::close);
      assertEquals(0, received.losses());
      awaitNoSerialThread();
    }
  }

  /** Closing is bounded, so a thread may end a little later on a busy machine. */
  private static void awaitNoSerialThread() throws InterruptedException {
    for (int i = 0; i < 500 && serialThread(); i++) {
      Thread.sleep(10);
    }
    assertFalse(serialThread());
  }

  private static boolean serialThread() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().startsWith("serial-"));
  }

  @Test
  void comesBackAsANewDevice() throws Exception {
    try (PseudoTerminal first = PseudoTerminal.open()) {
      SerialBus bus = SerialBus.open(first.path(), 115_200);
      bus.listen(new Received());
      bus.close();
      SerialBus again = SerialBus.open(first.path(), 115_200);
      Received received = new Received();
      again.listen(received);
      first.write(new byte[] {7, 0}, 2);
      assertEquals(2, received.await(2).length);
      again.close();
    }
  }

  @Test
  void aMissingDeviceIsNamed() {
    IOException e =
        assertThrows(IOException.class, () -> SerialBus.open("/dev/no-such-line", 115_200));
    assertTrue(e.getMessage().contains("/dev/no-such-line"));
  }
}
