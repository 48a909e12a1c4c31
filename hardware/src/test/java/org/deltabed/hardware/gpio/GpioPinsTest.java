package org.deltabed.hardware.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.pi4j.Pi4J;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.deltabed.hardware.DigitalInput;
import org.deltabed.hardware.DigitalOutput;
import org.deltabed.hardware.gpio.GpioRefused.Kind;
import org.deltabed.hardware.pins.Pi4jPins;
import org.deltabed.hardware.vm.InterruptThreads;
import org.deltabed.hardware.vm.NeedsGpioSim;
import org.deltabed.hardware.vm.SimChip;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The pin ports, through Pi4J, on a GPIO chip. */
@NeedsGpioSim
@Timeout(60)
class GpioPinsTest {

  private SimChip sim;

  @BeforeEach
  void make() throws IOException {
    sim = SimChip.create("pins", "", "", "", "", "node1.alive", "GPIO5", "", "");
  }

  @AfterEach
  void remove() throws IOException {
    sim.close();
  }

  private static Pi4jPins open() throws IOException {
    return new Pi4jPins(GpioPinsPlugin.newContext("pins"));
  }

  @Test
  void edgesHaveTheKernelsTime() throws Exception {
    Edges edges = new Edges(10);
    try (Pi4jPins pins = open()) {
      DigitalInput input = pins.input("GPIO5", false);
      input.onEdge(edges);
      assertFalse(input.level());
      long beforeNs = System.nanoTime();
      sim.pull(5, true);
      long afterNs = System.nanoTime();
      edges.await(1);
      assertTrue(edges.high(0));
      assertTrue(beforeNs <= edges.timeNs(0) && edges.timeNs(0) <= afterNs);
      assertTrue(input.level());
    }
  }

  @Test
  void anIdleHighInputIsPulledUp() throws IOException {
    try (Pi4jPins pins = open()) {
      assertTrue(pins.input("GPIO5", true).level());
      assertFalse(pins.input("6", false).level());
    }
  }

  @Test
  void aLineMayHaveAnyNameOfTheKernel() throws IOException {
    try (Pi4jPins pins = open()) {
      pins.output("node1.alive", true);
      assertTrue(sim.value(4));
    }
  }

  @Test
  void otherNamesLeaveItToTheNumber() throws IOException {
    try (Pi4jPins pins = open()) {
      pins.output("status lamp", 6, true);
      assertTrue(sim.value(6));
    }
  }

  @Test
  void missedEdgesAreReported() throws Exception {
    Edges edges = new Edges(5_000);
    try (Pi4jPins pins = open()) {
      Object gate = new Object();
      DigitalInput input = pins.input("GPIO5", false);
      synchronized (gate) {
        input.onEdge(
            new Edges(1) {
              @Override
              public synchronized void edge(boolean high, long timeNs) {
                synchronized (gate) {
                  edges.edge(high, timeNs);
                }
              }

              @Override
              public synchronized void missed(long edgesMin) {
                edges.missed(edgesMin);
              }
            });
        InterruptThreads.awaitReady();
        try (SimChip.Puller wire = sim.puller(5)) {
          for (int i = 0; i < 5_000; i++) {
            wire.pull(i % 2 == 0);
          }
        }
      }
      edges.await(LineRequest.EVENT_BUFFER);
      for (int i = 0; i < 1_000 && edges.count() + edges.missed() < 5_000; i++) {
        Thread.sleep(10);
      }
      assertEquals(5_000, edges.count() + edges.missed());
      assertTrue(edges.missed() > 0);
    }
  }

  @Test
  void refusalsKeepTheirKindAndWords() throws IOException {
    try (Pi4jPins first = open();
        Pi4jPins second = open()) {
      first.output("GPIO5", false);
      assertRefused(Kind.BUSY, () -> second.input("GPIO5", false));
      assertRefused(Kind.NO_SUCH_LINE, () -> second.output("GPIO9", false));
      assertRefused(Kind.NO_SUCH_LINE, () -> second.output("no such line", true));
    }
    assertEquals(
        Kind.NO_SUCH_CHIP,
        assertThrows(GpioRefused.class, () -> GpioPinsPlugin.newContext("nothing")).kind());
  }

  private static void assertRefused(Kind kind, Runnable request) {
    UncheckedIOException e = assertThrows(UncheckedIOException.class, request::run);
    assertEquals(kind, assertInstanceOf(GpioRefused.class, e.getCause()).kind());
  }

  @Test
  void allLinesAreFreeAfterwards() throws IOException {
    try (Pi4jPins pins = open()) {
      pins.output("GPIO5", true);
      pins.input("6", true).close();
      DigitalOutput output = pins.output("7", false);
      output.close();
    }
    try (GpioChip chip = GpioChips.open("pins")) {
      assertTrue(chip.lines().stream().noneMatch(LineInfo::used));
    }
  }

  @Test
  void autoDetectionFindsThePluginByItsProperty() throws IOException {
    System.setProperty(GpioPinsPlugin.CHIP_PROPERTY, "pins");
    try (Pi4jPins pins = new Pi4jPins(Pi4J.newAutoContext())) {
      assertTrue(pins.input("GPIO5", true).level());
    } finally {
      System.clearProperty(GpioPinsPlugin.CHIP_PROPERTY);
    }
  }
}
