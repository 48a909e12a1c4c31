package org.deltabed.agent.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.deltabed.hardware.MonotonicClock;
import org.deltabed.hardware.pins.Pi4jPins;
import org.deltabed.hardware.virtual.VirtualPinBoard;
import org.deltabed.hardware.virtual.VirtualPinsPlugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As many records as edges, on the real virtual pin board. */
class AliveLineTest {
  @TempDir Path folder;

  @Test
  void onlyAnEdgeIsRecorded() throws Exception {
    PinRecords records = new PinRecords();
    ListJournal journal = new ListJournal();
    try (VirtualPinBoard board = VirtualPinBoard.open(folder.resolve("p"));
        Pi4jPins pins = new Pi4jPins(VirtualPinsPlugin.newContext(board.socket()))) {
      board.define("n1.alive", false);
      AliveLine line =
          new AliveLine(pins.output("n1.alive", false), records, MonotonicClock.system());
      line.show(40, true); // low, as it is
      line.show(41, true);
      line.show(43, true); // round 42 was passed over
      line.show(44, true);
      line.show(45, false); // after the run
      line.show(46, true);
      line.hold(true); // for the wiring check
      line.show(47, true); // high, as it was held
      assertEquals(5, board.edges("n1.alive"));
    }
    records.drain(journal);
    assertEquals(List.of(41, 44, 46), journal.rounds);
  }
}
