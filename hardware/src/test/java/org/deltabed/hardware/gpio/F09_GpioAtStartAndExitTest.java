package org.deltabed.hardware.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.deltabed.hardware.pins.Pi4jPins;
import org.deltabed.hardware.testing.ChildJvm;
import org.deltabed.hardware.vm.LineTrace;
import org.deltabed.hardware.vm.NeedsGpioSim;
import org.deltabed.hardware.vm.SimChip;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * F09: no line is set to anything that nobody asked for when the process that drives it starts,
 * ends or is killed. What a line does that is given back is the chip's choice: the simulator, like
 * the mainline kernel on a Pi, leaves it to the resistor on the wire; the kernels of Raspberry Pi
 * OS keep driving it ({@code pinctrl-bcm2835} and {@code pinctrl-rp1}, {@code
 * persist_gpio_outputs}, raspberrypi/linux#6117 and #6150). With the idle state of a relay as its
 * safe one, both are right.
 */
@NeedsGpioSim
@Timeout(120)
class F09_GpioAtStartAndExitTest {

  private SimChip sim;
  private LineTrace trace;

  @BeforeEach
  void make() throws IOException {
    sim = SimChip.create("relays", "GPIO0");
    sim.pull(0, true);
    trace = LineTrace.start();
  }

  @AfterEach
  void remove() throws IOException {
    trace.close();
    sim.close();
  }

  private void awaitFree() throws Exception {
    try (GpioChip chip = GpioChips.open("relays")) {
      for (int i = 0; i < 1_000 && chip.line(0).used(); i++) {
        Thread.sleep(10);
      }
      assertFalse(chip.line(0).used());
    }
  }

  @Test
  void bySigkillNothingIsSetAndTheWiresResistorDecides() throws Exception {
    List<String> command = new ArrayList<>();
    command.addAll(ChildJvm.command(GpioOutputMain.class, "relays", "GPIO0", "true"));
    command.add(1, "--enable-native-access=ALL-UNNAMED");
    Process holder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader said = holder.inputReader()) {
      assertEquals("done", said.readLine());
      assertFalse(trace.levelsSet().isEmpty());
      assertFalse(trace.levelsSet().contains(false), "at start only the initial level is set");
      holder.getOutputStream().write('0');
      holder.getOutputStream().flush();
      assertEquals("done", said.readLine());
      assertFalse(sim.value(0));
      int before = trace.levelsSet().size();
      holder.destroyForcibly();
      assertTrue(holder.waitFor(10, TimeUnit.SECONDS));
      awaitFree();
      assertEquals(before, trace.levelsSet().size());
      assertTrue(sim.value(0), "idle, as the resistor has it");
    } finally {
      holder.destroyForcibly();
    }
  }

  @Test
  void byAnOrderlyExitNothingIsSetEither() throws Exception {
    Pi4jPins pins = new Pi4jPins(GpioPinsPlugin.newContext("relays"));
    pins.output("GPIO0", true).drive(false);
    int before = trace.levelsSet().size();
    pins.close();
    awaitFree();
    assertEquals(before, trace.levelsSet().size());
    assertTrue(sim.value(0), "idle, as the resistor has it");
  }
}
