package org.deltabed.hardware.virtual;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.deltabed.hardware.serial.SerialBus;
import org.deltabed.hardware.testing.Received;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real terminals and the real serial driver. Times are checked by lower bounds and line time. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class VirtualBusTest {

  private static final int BAUD = 115_200;
  private static final byte[] FRAME = new byte[48];

  static {
    java.util.Arrays.fill(FRAME, 0, 47, (byte) 0x55);
  }

  private record Chunk(int port, long startNs, long endNs, int bytes) {}

  private final BlockingQueue<Chunk> passed = new LinkedBlockingQueue<>();
  private final BlockingQueue<Integer> cuts = new LinkedBlockingQueue<>();
  private volatile Fate fate = Fate.pass();
  private VirtualBus bus;

  private final LineObserver observer =
      new LineObserver() {
        @Override
        public Fate frame(int port, byte[] bytes, int offset, int length, long from, long to) {
          return fate;
        }

        @Override
        public void onLine(int port, long startNs, long endNs, int bytes) {
          passed.add(new Chunk(port, startNs, endNs, bytes));
        }

        @Override
        public void powerCut(int port, long lineNs, int bytes) {
          cuts.add(bytes);
        }
      };

  private VirtualBus start() throws Exception {
    bus = new VirtualBus(BusSettings.of(BAUD), observer);
    return bus;
  }

  @AfterEach
  void stop() {
    if (bus != null) {
      bus.close();
    }
  }

  private SerialBus node(int port, Received received) throws Exception {
    SerialBus serial = SerialBus.open(bus.attach(port), BAUD);
    serial.listen(received);
    return serial;
  }

  private Chunk nextChunk() throws InterruptedException {
    return java.util.Objects.requireNonNull(passed.poll(5, TimeUnit.SECONDS), "nothing passed");
  }

  @Test
  void bytesArriveIntactAndNeverBeforeTheirLineTime() throws Exception {
    start();
    Received one = new Received();
    Received two = new Received();
    Received self = new Received();
    try (SerialBus a = node(0, self);
        SerialBus b = node(1, one);
        SerialBus c = node(2, two)) {
      long sentNs = System.nanoTime();
      a.send(FRAME, 0, FRAME.length);
      assertArrayEquals(FRAME, one.await(FRAME.length));
      assertArrayEquals(FRAME, two.await(FRAME.length));
      Chunk chunk = nextChunk();
      long frameNs = bus.settings().lineTimeNs(FRAME.length);
      assertEquals(frameNs, chunk.endNs() - chunk.startNs());
      assertTrue(chunk.startNs() >= sentNs);
      assertTrue(one.lastArrivalNs() >= chunk.endNs());
      assertTrue(two.lastArrivalNs() >= sentNs + frameNs);
      b.send(FRAME, 0, FRAME.length);
      assertArrayEquals(FRAME, self.await(FRAME.length), "only the other's frame, no echo");
      c.send(FRAME, 0, 1);
    }
  }

  @Test
  void writesQueueUpBackToBackInLineTime() throws Exception {
    start();
    Received received = new Received();
    try (SerialBus a = node(0, new Received());
        SerialBus b = node(1, received)) {
      for (int i = 0; i < 20; i++) {
        a.send(FRAME, 0, FRAME.length);
      }
      Chunk before = nextChunk();
      for (int i = 1; i < 20; i++) {
        Chunk chunk = nextChunk();
        assertTrue(chunk.startNs() >= before.endNs());
        before = chunk;
      }
      assertEquals(20 * FRAME.length, received.await(20 * FRAME.length).length);
      b.send(FRAME, 0, 1);
    }
  }

  @Test
  void f02PowerCutInMidFrameLeavesAFragment() throws Exception {
    start();
    Received received = new Received();
    try (SerialBus a = node(0, new Received());
        SerialBus b = node(1, received)) {
      fate = Fate.cutAfter(17);
      a.send(FRAME, 0, FRAME.length);
      assertEquals(17, cuts.poll(5, TimeUnit.SECONDS));
      assertFalse(bus.isPowered(0));
      fate = Fate.pass();
      a.send(FRAME, 0, FRAME.length);
      b.send(FRAME, 0, FRAME.length);
      assertEquals(17, nextChunk().bytes());
      assertEquals(1, nextChunk().port(), "the dead node's second frame was discarded");
      assertEquals(17, received.await(17).length);
      bus.attach(0);
      a.send(FRAME, 0, FRAME.length);
      assertEquals(17 + FRAME.length, received.await(17 + FRAME.length).length);
    }
  }

  @Test
  void discardThrowsAwayWhatIsWrittenButNotOnTheLine() throws Exception {
    start();
    Received received = new Received();
    try (SerialBus a = node(0, new Received());
        SerialBus b = node(1, received)) {
      for (int i = 0; i < 40; i++) {
        a.send(FRAME, 0, FRAME.length);
      }
      bus.discard(0);
      // A frame takes 4.2 ms, so of 40 most had not been on the line.
      b.send(FRAME, 0, FRAME.length);
      Chunk last = nextChunk();
      while (last.port() == 0) {
        last = nextChunk();
      }
      assertEquals(1, last.port());
      String path = bus.attach(0);
      assertEquals(path, bus.attach(0));
      PortStatistics statistics = bus.statistics(0);
      assertEquals(
          40L * FRAME.length, statistics.bytes() + statistics.discardedBytes(), "none is lost");
      assertEquals(List.of(), List.copyOf(passed));
    }
  }

  @Test
  void aReaderThatStopsDoesNotStopTheBus() throws Exception {
    BusSettings fast = BusSettings.of(10_000_000);
    bus = new VirtualBus(fast, observer);
    Received received = new Received();
    bus.attach(2);
    try (SerialBus a = node(0, new Received());
        SerialBus b = node(1, received)) {
      byte[] block = new byte[1_000];
      java.util.Arrays.fill(block, 0, 999, (byte) 1);
      for (int i = 0; i < 150; i++) {
        a.send(block, 0, block.length);
      }
      assertEquals(150_000, received.await(150_000).length);
      assertTrue(bus.statistics(2).overrunBytes() > 0);
      assertEquals(0, bus.statistics(1).overrunBytes());
      b.send(FRAME, 0, 1);
    }
  }

  @Test
  void aKilledNodesTerminalCanBeOpenedAgain() throws Exception {
    start();
    Received received = new Received();
    try (SerialBus b = node(1, received)) {
      for (int boot = 0; boot < 3; boot++) {
        try (SerialBus a = node(0, new Received())) {
          a.send(FRAME, 0, FRAME.length);
          received.await((boot + 1) * FRAME.length);
        }
        bus.discard(0);
      }
      b.send(FRAME, 0, 1);
    }
  }

  @Test
  void lateWakeUpsOfTheBusThreadAreNoticed() throws Exception {
    BlockingQueue<Long> late = new LinkedBlockingQueue<>();
    BusSettings settings = BusSettings.of(BAUD);
    bus =
        new VirtualBus(
            settings,
            new LineObserver() {
              @Override
              public Fate frame(
                  int port, byte[] bytes, int offset, int length, long from, long to) {
                long untilNs = System.nanoTime() + 20_000_000;
                while (System.nanoTime() < untilNs) {
                  Thread.onSpinWait();
                }
                return Fate.pass();
              }

              @Override
              public void hiccup(long dueNs, long lateNs) {
                late.add(lateNs);
              }
            });
    bus.resetHealth();
    try (SerialBus a = node(0, new Received())) {
      a.send(FRAME, 0, FRAME.length);
      assertTrue(late.poll(5, TimeUnit.SECONDS) >= settings.hiccupNs());
      assertTrue(bus.health().hiccups() >= 1);
      assertTrue(bus.health().maxLateNs() >= settings.hiccupNs());
    }
  }

  @Test
  void closingHangsUpAndLaterCallsSaySo() throws Exception {
    start();
    Received received = new Received();
    try (SerialBus a = node(0, received)) {
      bus.close();
      received.awaitLoss();
      assertThrows(IllegalStateException.class, () -> bus.attach(1));
      assertThrows(java.io.IOException.class, () -> a.send(FRAME, 0, 1));
    }
  }
}
