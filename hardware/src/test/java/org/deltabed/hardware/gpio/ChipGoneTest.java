package org.deltabed.hardware.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.deltabed.hardware.DigitalInput;
import org.deltabed.hardware.DigitalOutput;
import org.deltabed.hardware.gpio.GpioRefused.Kind;
import org.deltabed.hardware.pins.Pi4jPins;
import org.deltabed.hardware.vm.NeedsGpioSim;
import org.deltabed.hardware.vm.SimChip;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The chip goes away while its lines are in use, as when its adapter is unplugged. */
@NeedsGpioSim
@Timeout(60)
class ChipGoneTest {

  private SimChip sim;

  @BeforeEach
  void make() throws IOException {
    sim = SimChip.create("goes", "GPIO0", "GPIO1");
  }

  private static void assertGone(Throwable cause) {
    assertEquals(Kind.GONE, assertInstanceOf(GpioRefused.class, cause).kind());
  }

  @Test
  void everythingSaysSoAndNothingHangs() throws Exception {
    Edges edges = new Edges(10);
    GpioChip chip = GpioChips.open("goes");
    GpioInput input = chip.input("GPIO0", Bias.PULL_DOWN, 0);
    GpioInput silent = chip.input("1", Bias.PULL_DOWN, 0);
    input.onEdge(edges);
    sim.pull(0, true);
    edges.await(1);
    sim.unplug();
    assertGone(edges.awaitLoss());
    assertThrows(UncheckedIOException.class, input::level);
    assertGone(assertThrows(UncheckedIOException.class, silent::level).getCause());
    assertGone(assertThrows(IOException.class, () -> chip.line(0)));
    assertGone(assertThrows(IOException.class, () -> chip.output("GPIO0", true)));
    Edges late = new Edges(10);
    input.onEdge(late);
    assertGone(late.awaitLoss());
    input.close();
    silent.close();
    chip.close();
    assertEquals(1, edges.losses());
    assertEquals(1, edges.count());
    sim.close();
  }

  @Test
  void soItDoesThroughPi4j() throws Exception {
    Edges edges = new Edges(10);
    Pi4jPins pins = new Pi4jPins(GpioPinsPlugin.newContext("goes"));
    DigitalInput input = pins.input("GPIO0", false);
    DigitalOutput output = pins.output("GPIO1", false);
    input.onEdge(edges);
    sim.unplug();
    assertGone(edges.awaitLoss());
    assertThrows(UncheckedIOException.class, () -> output.drive(true));
    assertThrows(UncheckedIOException.class, input::level);
    pins.close();
    sim.close();
  }
}
