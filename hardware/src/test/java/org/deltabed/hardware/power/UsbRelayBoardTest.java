package org.deltabed.hardware.power;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.deltabed.hardware.PowerChange;
import org.deltabed.hardware.PowerNotConfirmed;
import org.deltabed.hardware.PowerState;
import org.deltabed.hardware.PowerSwitch;
import org.deltabed.hardware.testing.SensedMains;
import org.deltabed.hardware.virtual.PseudoTerminal;
import org.deltabed.hardware.virtual.VirtualPinBoard;
import org.deltabed.hardware.virtual.plug.Behaviour;
import org.deltabed.hardware.virtual.plug.UsbRelayDevice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A simulated board on a pseudo-terminal, driven through the real serial driver. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UsbRelayBoardTest {

  private static final long PATIENT_MS = 15_000;
  private static final long SHORT_MS = 500;

  @TempDir Path directory;
  private VirtualPinBoard pins;
  private SensedMains first;
  private SensedMains second;
  private UsbRelayDevice device;

  @BeforeEach
  void start() throws IOException {
    pins = VirtualPinBoard.open(directory.resolve("pins"));
    first = new SensedMains(pins, "node1.sense");
    second = new SensedMains(pins, "node2.sense");
  }

  @AfterEach
  void stop() {
    if (device != null) {
      device.close();
    }
    pins.close();
  }

  private UsbRelayBoard board(boolean answers, long confirmMs) throws IOException {
    device = UsbRelayDevice.start(List.of(first, second), answers);
    return UsbRelayBoard.open(device.path(), answers, confirmMs);
  }

  @Test
  void theBoardsAnswerConfirms() throws Exception {
    try (UsbRelayBoard board = board(true, PATIENT_MS)) {
      PowerSwitch one = board.channel(1);
      PowerSwitch two = board.channel(2);
      assertEquals(PowerState.ON, two.state());
      PowerChange off = two.off();
      assertTrue(off.confirmed());
      assertTrue(off.askedNs() <= off.confirmedNs());
      assertFalse(second.on());
      assertTrue(first.on());
      assertEquals(PowerState.OFF, two.state());
      assertEquals(PowerState.ON, one.state());
      assertTrue(two.off().confirmedBy().contains("so before"));
      two.on();
      assertTrue(second.on());
      assertEquals(2, pins.edges("node2.sense"));
    }
    assertTrue(first.on() && second.on());
  }

  @Test
  void closingLeavesANodeOff() throws Exception {
    try (UsbRelayBoard board = board(true, PATIENT_MS)) {
      board.channel(1).off();
    }
    try (UsbRelayBoard board = UsbRelayBoard.open(device.path(), true, PATIENT_MS)) {
      assertEquals(PowerState.OFF, board.channel(1).state());
    }
    assertEquals(1, pins.edges("node1.sense"));
  }

  @Test
  void ofABoardWithoutAnswersNothingIsConfirmed() throws Exception {
    try (UsbRelayBoard board = board(false, PATIENT_MS)) {
      PowerSwitch one = board.channel(1);
      assertEquals(PowerState.UNKNOWN, one.state());
      assertFalse(one.off().confirmed());
      assertTrue(first.becomes(false));
      assertEquals(PowerState.OFF, one.state());
    }
  }

  @Test
  void f08ABoardThatShouldAnswerAndDoesNotIsNotSwitched() throws Exception {
    try (UsbRelayBoard board = board(true, SHORT_MS)) {
      device.behave(Behaviour.VANISHED, 0);
      PowerNotConfirmed silent =
          assertThrows(PowerNotConfirmed.class, () -> board.channel(1).off());
      assertTrue(silent.came().contains("lcus-silent"), silent.came());
      assertTrue(first.on());
      assertEquals(PowerState.UNKNOWN, board.channel(1).state());
    }
  }

  @Test
  void f08ASlowBoardIsNotConfirmedAndCanBeUsedAgain() throws Exception {
    try (UsbRelayBoard board = board(true, SHORT_MS)) {
      PowerSwitch one = board.channel(1);
      device.behave(Behaviour.SLOW, 1_200);
      assertThrows(PowerNotConfirmed.class, one::off);
      assertThrows(PowerNotConfirmed.class, one::off);
      device.behave(Behaviour.HONEST, 0);
      for (int tries = 0; one.state() == PowerState.UNKNOWN; tries++) {
        assertTrue(tries < 20, "all answers that were owed have come");
      }
      one.off();
      assertFalse(first.on());
    }
  }

  @Test
  void f08ALateAnswerIsNotTakenForThatToTheNextQuestion() throws Exception {
    try (PseudoTerminal terminal = PseudoTerminal.open();
        UsbRelayBoard board = UsbRelayBoard.open(terminal.path(), true, SHORT_MS)) {
      PowerSwitch one = board.channel(1);
      assertThrows(PowerNotConfirmed.class, one::off); // nobody answers
      byte[] late = "CH1: OFF\r\n".getBytes(StandardCharsets.US_ASCII);
      Thread answering =
          Thread.ofVirtual()
              .start(
                  () -> {
                    awaitQuery(terminal);
                    awaitQuery(terminal);
                    terminal.write(late, late.length); // the answer to the first question
                  });
      PowerNotConfirmed owing = assertThrows(PowerNotConfirmed.class, one::off);
      answering.join();
      assertTrue(owing.came().contains("owes: 1"), owing.came());
      assertEquals(0, terminal.read(new byte[16]), "it was not told to switch");
    }
  }

  private static void awaitQuery(PseudoTerminal terminal) {
    byte[] one = new byte[1];
    while (terminal.read(one) == 0 || one[0] != (byte) 0xFF) {
      LockSupport.parkNanos(2_000_000);
    }
  }

  @Test
  void f08ALiarIsFoundOutByTheSensePinAlone() throws Exception {
    try (UsbRelayBoard board = board(true, PATIENT_MS)) {
      device.behave(Behaviour.LIAR, 0);
      assertTrue(board.channel(1).off().confirmed());
      assertTrue(first.on());
    }
  }

  @Test
  void anUnpluggedBoardIsSaidAndGivesPower() throws Exception {
    try (UsbRelayBoard board = board(true, PATIENT_MS)) {
      PowerSwitch one = board.channel(1);
      one.off();
      device.unplug();
      assertTrue(first.on(), "its relays are at rest");
      PowerNotConfirmed gone = assertThrows(PowerNotConfirmed.class, one::off);
      assertTrue(gone.getMessage().contains(device.path()), gone.getMessage());
    }
  }

  @Test
  void aChannelThatNoBoardHasIsRefused() throws Exception {
    try (UsbRelayBoard board = board(true, SHORT_MS)) {
      assertThrows(IllegalArgumentException.class, () -> board.channel(0));
      assertThrows(IllegalArgumentException.class, () -> board.channel(9));
      assertThrows(PowerNotConfirmed.class, () -> board.channel(3).off());
    }
  }
}
