package org.deltabed.hardware.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.deltabed.hardware.DigitalInput.EdgeListener;
import org.deltabed.hardware.vm.InterruptThreads;
import org.deltabed.hardware.vm.NeedsGpioSim;
import org.deltabed.hardware.vm.SimChip;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Edges, made from the other side. */
@NeedsGpioSim
@Timeout(120)
class GpioEdgesTest {

  private static final int EDGES = 10_000;

  private SimChip sim;
  private GpioChip chip;

  @BeforeEach
  void make() throws IOException {
    sim = SimChip.create("edges", "GPIO0", "GPIO1");
    chip = GpioChips.open("edges");
  }

  @AfterEach
  void remove() throws IOException {
    chip.close();
    sim.close();
  }

  /** Pulls up first, then down, and so on. */
  private long[] makeEdges(int count) throws Exception {
    InterruptThreads.awaitReady();
    return pullWire(count);
  }

  private long[] pullWire(int count) throws IOException {
    long[] pulledNs = new long[count];
    try (SimChip.Puller wire = sim.puller(0)) {
      for (int i = 0; i < count; i++) {
        pulledNs[i] = System.nanoTime();
        wire.pull(i % 2 == 0);
      }
    }
    return pulledNs;
  }

  @Test
  void tenThousandEdgesComeInOrderWithTheirTimesAndNoneIsLost() throws Exception {
    Edges edges = new Edges(EDGES + 1);
    try (GpioInput input = chip.input("GPIO0", Bias.PULL_DOWN, 0)) {
      input.onEdge(edges);
      long[] pulledNs = makeEdges(EDGES);
      long endNs = System.nanoTime();
      edges.await(EDGES);
      assertEquals(0, edges.missed());
      assertEquals(0, input.missed());
      for (int i = 0; i < EDGES; i++) {
        assertEquals(i % 2 == 0, edges.high(i), "edge " + i);
        long nextNs = i + 1 < EDGES ? pulledNs[i + 1] : endNs;
        assertTrue(
            pulledNs[i] <= edges.timeNs(i) && edges.timeNs(i) <= nextNs,
            "the kernel's time of edge " + i + " is System.nanoTime() while it was made");
      }
      printJitter(pulledNs, edges);
    }
    assertEquals(EDGES, edges.count());
  }

  /** How much later than the edge the kernel's time is, and ours when we hear of it. */
  private static void printJitter(long[] pulledNs, Edges edges) {
    long[] kernelNs = new long[EDGES];
    long[] userNs = new long[EDGES];
    for (int i = 0; i < EDGES; i++) {
      kernelNs[i] = edges.timeNs(i) - pulledNs[i];
      userNs[i] = edges.heardNs(i) - pulledNs[i];
    }
    System.out.println("measured: " + EDGES + " edges on gpio-sim, after the wire was pulled:");
    System.out.println("measured: kernel's time stamp " + spread(kernelNs));
    System.out.println("measured: user-space wake-up  " + spread(userNs));
  }

  private static String spread(long[] timesNs) {
    Arrays.sort(timesNs);
    return "median %.1f µs, p99 %.1f µs, worst %.1f µs"
        .formatted(
            timesNs[timesNs.length / 2] / 1e3,
            timesNs[timesNs.length * 99 / 100] / 1e3,
            timesNs[timesNs.length - 1] / 1e3);
  }

  /**
   * A call of the C library costs 40 bytes until the second compiler has compiled it, then none.
   */
  @Test
  void theReaderAllocatesNothingButForItsTwoCalls() throws Exception {
    Edges edges = new Edges(4_000);
    long[] allocated = new long[2];
    var threads =
        (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    try (GpioInput input = chip.input("GPIO0", Bias.PULL_DOWN, 0)) {
      input.onEdge(
          (high, timeNs) -> {
            int count = edges.count();
            if (count == 1_000 || count == 3_000) {
              allocated[count / 2_000] = threads.getCurrentThreadAllocatedBytes();
            }
            edges.edge(high, timeNs);
          });
      makeEdges(3_002);
      edges.await(3_002);
    }
    long bytes = allocated[1] - allocated[0];
    // A class that is linked meanwhile may cost some more; an object per edge would be 32,000.
    assertTrue(bytes < 2 * 40 * 2_000 + 8_000, bytes + " bytes");
  }

  @Test
  void edgesBeyondTheKernelsBufferAreNoticedAndCounted() throws Exception {
    int made = 3_000;
    Edges edges = new Edges(made);
    try (GpioInput input = chip.input("GPIO0", Bias.PULL_DOWN, 0)) {
      makeEdges(made);
      input.onEdge(edges);
      edges.await(LineRequest.EVENT_BUFFER);
      assertEquals(made - LineRequest.EVENT_BUFFER, edges.missed());
      assertEquals(edges.missed(), input.missed());
      assertEquals(LineRequest.EVENT_BUFFER, edges.count(), "the latest are kept");
      assertFalse(edges.high(edges.count() - 1));
    }
  }

  @Test
  void everyListenerHearsEveryEdge() throws Exception {
    Edges first = new Edges(10);
    Edges second = new Edges(10);
    try (GpioInput input = chip.input("GPIO0", Bias.PULL_DOWN, 0)) {
      input.onEdge(first);
      input.onEdge(second);
      makeEdges(10);
      first.await(10);
      second.await(10);
      assertEquals(first.timeNs(9), second.timeNs(9));
    }
  }

  @Test
  void linesAreReadApart() throws Exception {
    Edges zero = new Edges(10);
    Edges one = new Edges(10);
    try (GpioInput left = chip.input("GPIO0", Bias.PULL_DOWN, 0);
        GpioInput right = chip.input("GPIO1", Bias.PULL_UP, 0)) {
      left.onEdge(zero);
      right.onEdge(one);
      sim.pull(1, false);
      makeEdges(4);
      zero.await(4);
      one.await(1);
      assertEquals(1, one.count());
      assertFalse(one.high(0));
    }
  }

  @Test
  void aPulseIsSeenUnlessDebouncingIsAskedFor() throws Exception {
    Edges plain = new Edges(10);
    Edges debounced = new Edges(10);
    int debounceUs = 300_000;
    try (GpioInput input = chip.input("GPIO0", Bias.PULL_DOWN, 0)) {
      input.onEdge(plain);
      makeEdges(2);
      plain.await(2);
    }
    try (GpioInput input = chip.input("GPIO0", Bias.PULL_DOWN, debounceUs)) {
      input.onEdge(debounced);
      pullWire(2);
      Thread.sleep(2 * debounceUs / 1_000);
      assertEquals(0, debounced.count());
      pullWire(1);
      debounced.await(1);
      assertTrue(debounced.high(0));
    }
  }

  @Test
  void closingIsBoundedAlsoIfAListenerHangs() throws Exception {
    GpioInput input = chip.input("GPIO0", Bias.PULL_DOWN, 0);
    CountDownLatch released = new CountDownLatch(1);
    Edges edges = new Edges(10);
    EdgeListener hanging =
        (high, timeNs) -> {
          edges.edge(high, timeNs);
          await(released);
        };
    input.onEdge(hanging);
    makeEdges(1);
    edges.await(1);
    input.close();
    released.countDown();
    awaitUnused();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The line is given back at the latest when the listener returns. */
  private void awaitUnused() throws Exception {
    for (int i = 0; i < 1_000 && chip.line(0).used(); i++) {
      Thread.sleep(10);
    }
    assertFalse(chip.line(0).used());
  }

  @Test
  void aListenerMayCloseItsInput() throws Exception {
    GpioInput input = chip.input("GPIO0", Bias.PULL_DOWN, 0);
    input.onEdge((high, timeNs) -> input.close());
    makeEdges(2);
    awaitUnused();
  }
}
