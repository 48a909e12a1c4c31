package org.deltabed.hardware.power;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.deltabed.hardware.PowerChange;
import org.deltabed.hardware.PowerNotConfirmed;
import org.deltabed.hardware.PowerState;
import org.deltabed.hardware.pins.Pi4jPins;
import org.deltabed.hardware.testing.SensedMains;
import org.deltabed.hardware.virtual.VirtualPinBoard;
import org.deltabed.hardware.virtual.VirtualPinsPlugin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A person's pull is detected, not believed. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PersonPowerTest {

  private static final long PATIENT_MS = 20_000;

  @TempDir Path directory;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private VirtualPinBoard board;
  private SensedMains mains;
  private Pi4jPins pins;
  private SupplySense sense;

  @BeforeEach
  void start() throws IOException {
    board = VirtualPinBoard.open(directory.resolve("pins"));
    mains = new SensedMains(board, "node3.sense");
    pins = new Pi4jPins(VirtualPinsPlugin.newContext(board.socket()));
    sense = new SupplySense(pins.input("node3.sense", 16, false));
  }

  @AfterEach
  void stop() {
    pins.close();
    board.close();
  }

  /** Does what it is told, after a while. */
  private void obey(String text) {
    asked.add(text);
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                Thread.sleep(100);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              mains.set(text.startsWith("Plug"));
            });
  }

  @Test
  void thePullIsTimedByTheSensePin() throws Exception {
    try (PersonPower power = new PersonPower("node 3", this::obey, sense, PATIENT_MS)) {
      PowerChange off = power.off();
      assertEquals(PowerState.OFF, power.state());
      assertTrue(off.confirmedNs() - off.askedNs() >= 100_000_000L, "it took its time");
      assertTrue(off.confirmedBy().startsWith("sense pin"), off.confirmedBy());
      assertTrue(off.sensed());
      power.on();
      assertEquals(PowerState.ON, power.state());
      assertEquals(List.of("Pull the plug of node 3 now.", "Plug node 3 back in."), asked);
    }
  }

  @Test
  void whoDoesNothingIsNotBelieved() {
    try (PersonPower power = new PersonPower("node 3", asked::add, sense, 300)) {
      PowerNotConfirmed nothing = assertThrows(PowerNotConfirmed.class, power::off);
      assertTrue(nothing.getMessage().contains("the person at node 3"), nothing.getMessage());
      assertTrue(nothing.came().contains("on"), nothing.came());
      assertEquals(PowerState.ON, power.state());
    }
  }

  @Test
  void nobodyIsAskedForWhatIsSo() throws Exception {
    try (PersonPower power = new PersonPower("node 3", asked::add, sense, 300)) {
      PowerChange on = power.on();
      assertTrue(on.confirmedBy().contains("before anybody was asked"));
      assertEquals(List.of(), asked);
    }
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    try (PersonPower power = new PersonPower("node 3", asked::add, sense, PATIENT_MS)) {
      Thread.currentThread().interrupt();
      PowerNotConfirmed interrupted = assertThrows(PowerNotConfirmed.class, power::off);
      assertTrue(Thread.interrupted());
      assertTrue(interrupted.came().contains("interrupted"));
    }
  }
}
