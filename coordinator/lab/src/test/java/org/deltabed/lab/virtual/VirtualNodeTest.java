package org.deltabed.lab.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deltabed.hardware.pins.Pi4jPins;
import org.deltabed.hardware.virtual.BusSettings;
import org.deltabed.hardware.virtual.LineObserver;
import org.deltabed.hardware.virtual.VirtualBus;
import org.deltabed.hardware.virtual.VirtualPinBoard;
import org.deltabed.hardware.virtual.VirtualPinsPlugin;
import org.deltabed.lab.witness.WitnessLog;
import org.deltabed.wiring.NodeSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a virtual node's pins show of its power. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class VirtualNodeTest {
  private static final String ALIVE = "node1.alive";
  private static final List<String> LIVE = List.of("sleep", "60");

  @TempDir Path folder;

  @Test
  void itsAliveLineFallsWithItsPowerAndNotBefore() throws Exception {
    try (VirtualBus bus = new VirtualBus(BusSettings.of(1_000_000), new LineObserver() {});
        VirtualPinBoard board = VirtualPinBoard.open(folder.resolve("p"))) {
      board.define(ALIVE, false);
      board.define("node1.sense", false);
      try (VirtualNode node = node(bus, board);
          Pi4jPins program = new Pi4jPins(VirtualPinsPlugin.newContext(board.socket()))) {
        node.powerOn(LIVE, folder.resolve("log"));
        program.output(ALIVE, true); // its connection outlives the power for a moment
        assertTrue(board.level(ALIVE));
        node.pull();
        assertFalse(board.level(ALIVE));
        assertFalse(board.level("node1.sense"));
        assertEquals(2, board.edges(ALIVE));
        node.plug();
        try (Pi4jPins next = new Pi4jPins(VirtualPinsPlugin.newContext(board.socket()))) {
          next.output(ALIVE, true);
          assertTrue(board.level(ALIVE));
        }
        node.end();
        assertTrue(board.level(ALIVE), "a program that ends by itself leaves the line as it is");
      }
    }
  }

  private VirtualNode node(VirtualBus bus, VirtualPinBoard board) throws Exception {
    NodeSpec spec =
        new NodeSpec(
            1,
            "n1",
            0,
            NodeSpec.VIRTUAL,
            Map.of("alive", ALIVE, "sense", "node1.sense"),
            "process");
    return new VirtualNode(
        spec,
        bus,
        board,
        new WitnessLog(record -> {}),
        new HandLog(folder.resolve("hand.jsonl")),
        new VirtualNode.Listener() {
          @Override
          public void exited(int node, int code) {}

          @Override
          public void restored(int node) {}
        });
  }
}
