package org.deltabed.hardware.serial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.deltabed.hardware.gpio.GpioPinsPlugin;
import org.deltabed.hardware.pins.Pi4jPins;
import org.deltabed.hardware.vm.LineTrace;
import org.deltabed.hardware.vm.NeedsGpioSim;
import org.deltabed.hardware.vm.NeedsSerialPair;
import org.deltabed.hardware.vm.SimChip;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An adapter's DE line on a GPIO chip, and a real serial driver. */
@NeedsGpioSim
@NeedsSerialPair
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DirectionPinOn16550Test {

  private static final int BAUD = 1_200;

  /** 0.4 s at this speed: long enough to look at the line meanwhile, also on a busy machine. */
  private final byte[] frame = new byte[48];

  private SimChip sim;
  private Pi4jPins pins;
  private LineTrace trace;
  private SerialPair pair;

  @BeforeEach
  void open() throws IOException {
    sim = SimChip.create("adapter", "GPIO0", "GPIO1", "GPIO2", "GPIO3", "GPIO4");
    trace = LineTrace.start();
    pins = new Pi4jPins(GpioPinsPlugin.newContext("adapter"));
    pair = SerialPair.open(BAUD, new Direction.Pin(pins.output("GPIO4", false)));
  }

  @AfterEach
  void close() throws IOException {
    pair.close();
    pins.close();
    trace.close();
    sim.close();
  }

  private void awaitLow() throws Exception {
    for (int i = 0; i < 2_000 && sim.value(4); i++) {
      Thread.sleep(1);
    }
    assertFalse(sim.value(4));
  }

  /** Pi4J sets the initial level, that is there already, once more. */
  private List<Boolean> changes() throws IOException {
    List<Boolean> all = trace.levelsSet();
    int first = all.indexOf(true);
    return first < 0 ? List.of() : all.subList(first, all.size());
  }

  @Test
  void deIsHighWhileBytesGoAndLowAfterTheLastBit() throws Exception {
    assertFalse(sim.value(4));
    long startNs = System.nanoTime();
    pair.left().send(frame, 0, frame.length);
    assertTrue(sim.value(4));
    awaitLow();
    long endNs = System.nanoTime();
    long lineNs = DriverEnable.lineTimeNs(frame.length, BAUD);
    assertEquals(400_000_000, lineNs);
    assertTrue(endNs - startNs >= lineNs, "held for the frame's time on the line");
    System.out.printf(
        "measured: DE held %.1f ms for a frame of %.1f ms%n",
        (endNs - startNs) / 1e6, lineNs / 1e6);
    assertArrayEquals(frame, pair.atRight().await(frame.length));
    assertEquals(List.of(true, false), changes());
  }

  @Test
  void deStaysHighBetweenSendsThatTouch() throws Exception {
    for (int i = 0; i < 3; i++) {
      pair.left().send(frame, 0, frame.length);
    }
    assertTrue(sim.value(4));
    awaitLow();
    assertEquals(List.of(true, false), changes());
    pair.left().send(frame, 0, 1);
    awaitLow();
    assertEquals(List.of(true, false, true, false), changes());
  }

  @Test
  void receivingDoesNotTouchIt() throws Exception {
    pair.right().send(frame, 0, frame.length);
    pair.atLeft().await(frame.length);
    assertEquals(List.of(), changes());
  }

  @Test
  void closingInMidFrameLeavesItLow() throws Exception {
    pair.left().send(frame, 0, frame.length);
    pair.left().close();
    assertFalse(sim.value(4));
    assertEquals(List.of(true, false), changes());
  }

  @Test
  void aLostChipIsReportedAndNothingIsSent() throws Exception {
    pair.left().send(frame, 0, frame.length);
    sim.unplug();
    assertTrue(pair.atLeft().awaitLoss().getMessage().contains("DE line"));
    int before = pair.atRight().await(frame.length).length;
    assertThrows(IOException.class, () -> pair.left().send(frame, 0, frame.length));
    Thread.sleep(100);
    assertEquals(before, pair.atRight().now().length);
  }
}
