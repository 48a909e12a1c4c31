package org.deltabed.agent.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deltabed.agent.core.Journal;
import org.deltabed.hardware.MonotonicClock;
import org.deltabed.hardware.SkewedClock;
import org.deltabed.hardware.pins.Pi4jPins;
import org.deltabed.hardware.virtual.VirtualPinBoard;
import org.deltabed.hardware.virtual.VirtualPinsPlugin;
import org.deltabed.trace.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SYNC wire of a node on the real virtual pin board. */
class NodePinsTest {
  private static final long WITHIN_NS = 30_000_000_000L;

  @TempDir Path folder;

  private record Edge(Kind kind, long timeNs, long level) {}

  @Test
  void edgesOfTheSyncWireAreRecordedOnTheNodesClock() throws Exception {
    SkewedClock clock = new SkewedClock(-3_000_000_000L, 50);
    PinRecords records = new PinRecords();
    List<Edge> edges = new ArrayList<>();
    try (VirtualPinBoard board = VirtualPinBoard.open(folder.resolve("p"))) {
      board.define("n1.sync", false);
      NodePins.open(
          new Pi4jPins(VirtualPinsPlugin.newContext(board.socket())),
          Map.of("sync", "n1.sync"),
          new StatusBoard(),
          records,
          clock,
          20_000_000);
      long beforeNs = clock.nowNs();
      for (int i = 1; i <= 5; i++) {
        board.drive("n1.sync", i % 2 == 1);
        await(records, edges, i);
      }
      long afterNs = clock.nowNs();
      for (int i = 0; i < 5; i++) {
        Edge edge = edges.get(i);
        assertEquals(Kind.SYNC, edge.kind());
        assertEquals(1 - i % 2, edge.level());
        assertTrue(beforeNs <= edge.timeNs() && edge.timeNs() <= afterNs);
        assertTrue(i == 0 || edge.timeNs() > edges.get(i - 1).timeNs());
      }
    }
  }

  @Test
  void theAliveLineIsHeldAsToldAndLetGo() throws Exception {
    try (VirtualPinBoard board = VirtualPinBoard.open(folder.resolve("p"))) {
      board.define("n1.alive", false);
      AliveHold alive =
          NodePins.open(
              new Pi4jPins(VirtualPinsPlugin.newContext(board.socket())),
              Map.of("alive", "n1.alive"),
              new StatusBoard(),
              new PinRecords(),
              MonotonicClock.system(),
              20_000_000);
      assertEquals("", alive.hold(true, 30_000));
      awaitLevel(board, true);
      assertEquals("", alive.hold(false, 30_000));
      awaitLevel(board, false);
      assertEquals("", alive.hold(true, 0)); // to let go is to drive nothing
      assertFalse(board.level("n1.alive"));
    }
    assertEquals("this node has no ALIVE line", AliveHold.NONE.hold(true, 10));
  }

  private static void awaitLevel(VirtualPinBoard board, boolean high) throws InterruptedException {
    long endNs = System.nanoTime() + WITHIN_NS;
    while (board.level("n1.alive") != high) {
      assertTrue(System.nanoTime() < endNs);
      Thread.sleep(1);
    }
  }

  private static void await(PinRecords records, List<Edge> edges, int count)
      throws InterruptedException {
    Journal journal =
        new Journal() {
          @Override
          public void add(Kind kind, int round, int slot, int peer, long timeNs, long a, long b) {
            edges.add(new Edge(kind, timeNs, a));
          }

          @Override
          public void add(
              Kind kind, int round, int slot, int peer, long timeNs, long a, long b, String data) {
            throw new AssertionError("edges have no data");
          }

          @Override
          public void force() {}

          @Override
          public long records() {
            return edges.size();
          }
        };
    long endNs = System.nanoTime() + WITHIN_NS;
    while (edges.size() < count && System.nanoTime() < endNs) {
      records.drain(journal);
      Thread.sleep(1);
    }
    assertEquals(count, edges.size());
  }
}
