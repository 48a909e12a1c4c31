package org.deltabed.hardware.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.deltabed.hardware.DigitalOutput;
import org.deltabed.hardware.pins.Pi4jPins;
import org.deltabed.hardware.vm.LineTrace;
import org.deltabed.hardware.vm.NeedsGpioSim;
import org.deltabed.hardware.vm.SimChip;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * An output's first level is part of the request (F09: a relay must not see another one before).
 * Seen from the other side in two ways: the kernel's own trace of every level that it sets, which
 * misses nothing, and a meter on the line, which samples.
 */
@NeedsGpioSim
@Timeout(120)
class InitialLevelTest {

  private SimChip sim;
  private GpioChip chip;

  @BeforeEach
  void make() throws IOException {
    sim = SimChip.create("initial", "GPIO0", "GPIO1");
    chip = GpioChips.open("initial");
  }

  @AfterEach
  void remove() throws IOException {
    chip.close();
    sim.close();
  }

  @Test
  void theKernelSetsTheInitialLevelAndNoOther() throws IOException {
    for (boolean level : new boolean[] {true, false}) {
      sim.pull(0, level);
      try (LineTrace trace = LineTrace.start()) {
        chip.output("GPIO0", level).close();
        assertEquals(List.of(level), trace.levelsSet());
      }
    }
  }

  @Test
  void aRequestWithoutItWouldSetLowFirst() throws IOException {
    sim.pull(0, true);
    try (LineTrace trace = LineTrace.start();
        GpioOutput output = chip.output("GPIO0", false)) {
      output.drive(true);
      assertEquals(List.of(false, true), trace.levelsSet(), "the trace sees a glitch");
    }
  }

  @Test
  void nothingElseIsSetThroughPi4j() throws IOException {
    sim.pull(0, true);
    try (LineTrace trace = LineTrace.start()) {
      try (Pi4jPins pins = new Pi4jPins(GpioPinsPlugin.newContext("initial"))) {
        pins.output("GPIO0", true);
      }
      assertFalse(trace.levelsSet().isEmpty());
      assertFalse(trace.levelsSet().contains(false), trace.levelsSet()::toString);
    }
  }

  /** A released line of this chip stays an output, at the level of its pull. */
  @Test
  void theLevelThatIsThereCanBeKept() throws IOException {
    chip.output("GPIO0", false).close();
    for (boolean level : new boolean[] {true, false}) {
      sim.pull(0, level);
      try (LineTrace trace = LineTrace.start();
          GpioOutput output = chip.outputAsItIs("GPIO0", !level)) {
        assertEquals(List.of(level), trace.levelsSet());
        assertEquals(level, output.level());
        output.drive(!level);
        assertEquals(!level, sim.value(0));
      }
      try (Pi4jPins pins = new Pi4jPins(GpioPinsPlugin.newContext("initial"));
          LineTrace trace = LineTrace.start();
          DigitalOutput output = pins.outputAsItIs("GPIO0", !level)) {
        assertEquals(List.of(level), trace.levelsSet());
        output.drive(!level);
        assertEquals(!level, sim.value(0));
      }
    }
  }

  /** Whatever pulls it: a relay must not take a floating input for a cut (F09). */
  @Test
  void aLineThatNobodyEverDroveIsPutToRest() throws IOException {
    for (boolean rest : new boolean[] {true, false}) {
      int line = rest ? 0 : 1;
      sim.pull(line, !rest);
      try (LineTrace trace = LineTrace.start();
          GpioOutput output = chip.outputAsItIs("GPIO" + line, rest)) {
        assertEquals(List.of(rest), trace.levelsSet());
        assertEquals(rest, output.level());
      }
    }
  }

  @Test
  void soItIsThroughPi4j() throws IOException {
    for (boolean rest : new boolean[] {true, false}) {
      int line = rest ? 0 : 1;
      sim.pull(line, !rest);
      try (Pi4jPins pins = new Pi4jPins(GpioPinsPlugin.newContext("initial"));
          LineTrace trace = LineTrace.start();
          DigitalOutput output = pins.outputAsItIs("GPIO" + line, rest)) {
        assertEquals(List.of(rest), trace.levelsSet());
        assertEquals(rest, output.level());
      }
    }
  }

  @Test
  void aMeterOnTheLineSeesNoGlitch() throws Exception {
    assertEquals(0, lowsSeen(() -> chip.output("GPIO0", true).close()));
  }

  @Test
  void aMeterOnTheLineWouldSeeOne() throws Exception {
    int lows =
        lowsSeen(
            () -> {
              try (GpioOutput output = chip.output("GPIO0", false)) {
                Thread.sleep(1);
                output.drive(true);
              }
            });
    assertTrue(lows > 0);
  }

  /** How often the line was low while something was done 100 times; a wire holds it up. */
  private int lowsSeen(Requesting requesting) throws Exception {
    sim.pull(0, true);
    AtomicInteger lows = new AtomicInteger();
    AtomicInteger samples = new AtomicInteger();
    Thread meter =
        new Thread(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                lows.addAndGet(read() ? 0 : 1);
                samples.incrementAndGet();
              }
            });
    meter.start();
    while (samples.get() < 10) {
      Thread.sleep(1);
    }
    for (int i = 0; i < 100; i++) {
      requesting.once();
    }
    // Where there is one processor, the meter's turn may not have come yet.
    int seen = samples.get();
    while (samples.get() < seen + 10) {
      requesting.once();
      Thread.sleep(1);
    }
    meter.interrupt();
    meter.join();
    return lows.get();
  }

  private boolean read() {
    try {
      return sim.value(0);
    } catch (IOException e) {
      // Interrupted while reading: no sample.
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private interface Requesting {
    void once() throws Exception;
  }
}
