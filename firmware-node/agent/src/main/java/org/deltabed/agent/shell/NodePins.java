package org.deltabed.agent.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.deltabed.agent.core.Halted;
import org.deltabed.agent.core.NodeState;
import org.deltabed.hardware.DigitalInput;
import org.deltabed.hardware.DigitalOutput;
import org.deltabed.hardware.SuddenEnd;
import org.deltabed.hardware.pins.Pi4jPins;
import org.deltabed.hardware.virtual.VirtualPinsPlugin;

/**
 * The node's own lines: CRASH, which ends the process the instant it goes high, and ALIVE, which
 * changes once a slot as long as the loop turns. ALIVE has its own thread, since a driver may take
 * its time, and the loop has none.
 */
public final class NodePins implements Runnable {
  private static final int CRASH_NUMBER = 1;
  private static final int ALIVE_NUMBER = 2;
  private static final long NS_PER_MS = 1_000_000;

  private final StatusBoard board;
  private final DigitalOutput alive;
  private final long slotNs;

  private NodePins(StatusBoard board, DigitalOutput alive, long slotNs) {
    this.board = board;
    this.alive = alive;
    this.slotNs = slotNs;
  }

  /**
   * Listens to the CRASH line and begins to drive the ALIVE line.
   *
   * @param socket the virtual pin board
   * @param lines line names by use; a use without a line is left out
   * @throws IOException if the board cannot be reached
   */
  public static void open(Path socket, Map<String, String> lines, StatusBoard board, long slotNs)
      throws IOException {
    Pi4jPins pins = new Pi4jPins(VirtualPinsPlugin.newContext(socket));
    String crash = lines.get("crash");
    if (crash != null) {
      DigitalInput input = pins.input(crash, CRASH_NUMBER, false);
      input.onEdge((high, timeNs) -> crashIf(high));
      crashIf(input.level());
    }
    String alive = lines.get("alive");
    if (alive != null) {
      DigitalOutput output = pins.output(alive, ALIVE_NUMBER, false);
      Thread thread = new Thread(new NodePins(board, output, slotNs), "agent-alive");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** As if power were cut: no record, no hook. */
  private static void crashIf(boolean high) {
    if (high) {
      SuddenEnd.with(Halted.CRASH_PIN);
    }
  }

  @Override
  public void run() {
    boolean level = false;
    long seen = board.turns();
    while (true) {
      try {
        Thread.sleep(Math.max(1, slotNs / NS_PER_MS));
      } catch (InterruptedException e) {
        return;
      }
      long turns = board.turns();
      if (turns != seen && board.state() != NodeState.LISTEN) {
        level = !level;
        alive.drive(level);
      }
      seen = turns;
    }
  }
}
