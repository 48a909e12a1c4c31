package org.deltabed.hardware.power;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.deltabed.hardware.PowerChange;
import org.deltabed.hardware.PowerNotConfirmed;
import org.deltabed.hardware.PowerState;
import org.deltabed.hardware.PowerSwitch;
import org.deltabed.hardware.pins.Pi4jPins;
import org.deltabed.hardware.testing.SensedMains;
import org.deltabed.hardware.virtual.VirtualPinBoard;
import org.deltabed.hardware.virtual.VirtualPinsPlugin;
import org.deltabed.hardware.virtual.plug.Behaviour;
import org.deltabed.hardware.virtual.plug.SimulatedRelay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** F08: a relay that does not move is noticed by the sense pin, and only by it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class F08_RelayStuckTest {

  private static final String LINE = "node3.relay";
  private static final String SENSE = "node3.sense";

  /** Longer than a host is late. */
  private static final long HOLD_NS = 400_000_000;

  private static final long PATIENT_MS = 20_000;

  @TempDir Path directory;
  private final AtomicLong lastSenseNs = new AtomicLong();
  private VirtualPinBoard board;
  private SensedMains mains;
  private SimulatedRelay relay;
  private Pi4jPins pins;
  private PowerSwitch driven;
  private SupplySense sense;

  @BeforeEach
  void start() throws IOException {
    board = VirtualPinBoard.open(directory.resolve("pins"));
    board.define(LINE, false);
    mains = new SensedMains(board, SENSE);
    board.onEdge(
        (line, high, timeNs) -> {
          if (line.equals(SENSE)) {
            lastSenseNs.set(timeNs);
          }
        });
    relay = new SimulatedRelay(board, LINE, false, mains);
    pins = new Pi4jPins(VirtualPinsPlugin.newContext(board.socket()));
    driven = RelayPower.take("relay of node3", new BoardRelayLine(pins, LINE), false);
    sense = new SupplySense(pins.input(SENSE, 16, false), HOLD_NS);
  }

  @AfterEach
  void stop() {
    pins.close();
    relay.close();
    board.close();
  }

  private SensedPower sensed(long confirmMs) {
    return new SensedPower("power of node3", driven, sense, confirmMs);
  }

  @Test
  void theSensePinConfirmsWithTheTimeOfItsEdge() throws Exception {
    SensedPower power = sensed(PATIENT_MS);
    PowerChange off = power.off();
    assertEquals(lastSenseNs.get(), off.confirmedNs());
    assertTrue(off.askedNs() <= off.confirmedNs());
    assertEquals("sense pin; the switch was driven and says nothing", off.confirmedBy());
    assertTrue(off.sensed());
    assertEquals(PowerState.OFF, power.state());
    PowerChange on = power.on();
    assertEquals(lastSenseNs.get(), on.confirmedNs());
    assertEquals(PowerState.ON, power.state());
  }

  @Test
  void aStuckRelayIsNotTakenForACut() {
    relay.behave(Behaviour.LIAR, 0);
    SensedPower power = sensed(300);
    PowerNotConfirmed stuck = assertThrows(PowerNotConfirmed.class, power::off);
    assertTrue(stuck.getMessage().contains("node3"), stuck.getMessage());
    assertTrue(stuck.came().contains("seen to be on"), stuck.came());
    assertTrue(stuck.waitedNs() >= 300_000_000L);
    assertEquals(PowerState.ON, power.state());
  }

  @Test
  void aRelayThatIsStuckOpenIsNotTakenForARestoredNode() throws Exception {
    sensed(PATIENT_MS).off();
    relay.behave(Behaviour.LIAR, 0);
    SensedPower power = sensed(300);
    PowerNotConfirmed stuck = assertThrows(PowerNotConfirmed.class, power::on);
    assertTrue(stuck.came().contains("seen to be off"), stuck.came());
  }

  @Test
  void withoutASensePinARelayIsDrivenAndNotConfirmed() throws Exception {
    relay.behave(Behaviour.LIAR, 0);
    PowerChange off = driven.off();
    assertFalse(off.confirmed());
    assertFalse(off.sensed());
    assertEquals(PowerState.OFF, driven.state());
    assertTrue(mains.on(), "which is what it cannot know");
  }

  @Test
  void aContactThatBouncesCountsFromItsLastEdge() throws Exception {
    SensedPower power = sensed(PATIENT_MS);
    relay.close(); // its contact is here from now on
    board.onEdge(
        (line, high, timeNs) -> {
          if (line.equals(LINE)) {
            for (boolean on : new boolean[] {false, true, false, true, false}) {
              mains.set(on);
            }
          }
        });
    PowerChange off = power.off();
    assertEquals(PowerState.OFF, off.state());
    assertFalse(mains.on());
    assertEquals(5, board.edges(SENSE));
    assertEquals(lastSenseNs.get(), off.confirmedNs());
  }

  @Test
  void aNodeThatIsOffAlreadyIsSaidToBe() throws Exception {
    SensedPower power = sensed(PATIENT_MS);
    mains.set(false); // somebody pulled the plug
    while (sense.now() == PowerState.ON) {
      Thread.sleep(5);
    }
    PowerChange off = power.off();
    assertTrue(off.confirmedBy().contains("it was so before"), off.confirmedBy());
    assertTrue(off.sensed());
  }

  @Test
  void aPinThatCannotBeDrivenIsAnError() {
    board.close();
    PowerNotConfirmed gone = assertThrows(PowerNotConfirmed.class, driven::off);
    assertTrue(gone.came().contains("not driven"), gone.came());
    assertEquals(PowerState.UNKNOWN, driven.state());
  }
}
