package org.deltabed.agent.shell;

import java.util.Map;
import org.deltabed.agent.core.Halted;
import org.deltabed.agent.core.NodeState;
import org.deltabed.agent.core.RunState;
import org.deltabed.hardware.DigitalInput;
import org.deltabed.hardware.DigitalOutput;
import org.deltabed.hardware.MonotonicClock;
import org.deltabed.hardware.SuddenEnd;
import org.deltabed.hardware.pins.Pi4jPins;

/**
 * The node's own lines: CRASH, which ends the process the instant it goes high, SYNC, whose edges
 * are recorded, and ALIVE, which changes once a cycle as long as the loop turns. ALIVE has its own
 * thread, since a driver may take its time, and the loop has none.
 */
public final class NodePins implements Runnable, AliveHold {
  private static final long NS_PER_MS = 1_000_000;

  private final StatusBoard board;
  private final DigitalOutput alive;
  private final PinRecords records;
  private final MonotonicClock clock;
  private final long slotNs;
  private long heldUntilNs;
  private boolean held;

  private NodePins(
      StatusBoard board,
      DigitalOutput alive,
      PinRecords records,
      MonotonicClock clock,
      long slotNs) {
    this.board = board;
    this.alive = alive;
    this.records = records;
    this.clock = clock;
    this.slotNs = slotNs;
  }

  /**
   * Listens to the CRASH and SYNC lines and begins to drive the ALIVE line.
   *
   * @param pins the node's lines, virtual or of a GPIO chip
   * @param lines line names by use; a use without a line is left out
   * @param records where edges go
   * @return to hold the ALIVE line with
   * @throws java.io.UncheckedIOException if a line cannot be had
   */
  public static AliveHold open(
      Pi4jPins pins,
      Map<String, String> lines,
      StatusBoard board,
      PinRecords records,
      MonotonicClock clock,
      long slotNs) {
    String crash = lines.get("crash");
    if (crash != null) {
      DigitalInput input = pins.input(crash, false);
      input.onEdge((high, timeNs) -> crashIf(high));
      crashIf(input.level());
    }
    String sync = lines.get("sync");
    if (sync != null) {
      pins.input(sync, false)
          .onEdge((high, timeNs) -> records.sync(high, clock.atMachineNs(timeNs)));
    }
    String alive = lines.get("alive");
    if (alive == null) {
      return AliveHold.NONE;
    }
    DigitalOutput output = pins.output(alive, false);
    NodePins driving = new NodePins(board, output, records, clock, slotNs);
    Thread thread = new Thread(driving, "agent-alive");
    thread.setDaemon(true);
    thread.start();
    return driving;
  }

  /** As if power were cut: no record, no hook. */
  private static void crashIf(boolean high) {
    if (high) {
      SuddenEnd.with(Halted.CRASH_PIN);
    }
  }

  /** Looks once a slot, so that no cycle of two slots or more is passed over. */
  @Override
  public void run() {
    int shown = board.round();
    while (true) {
      try {
        Thread.sleep(Math.max(1, slotNs / NS_PER_MS));
      } catch (InterruptedException e) {
        return;
      }
      int round = board.round();
      if (round != shown && board.state() != NodeState.LISTEN) {
        drive(round);
      }
      shown = round;
    }
  }

  @Override
  public synchronized String hold(boolean high, long forMs) {
    if (inRun()) {
      return "the ALIVE line is a sign of life in a run";
    }
    held = forMs > 0;
    heldUntilNs = System.nanoTime() + forMs * NS_PER_MS;
    if (held) {
      alive.drive(high);
    }
    return "";
  }

  private boolean inRun() {
    return board.runState() == RunState.ARMED || board.runState() == RunState.RUNNING;
  }

  /** The level is the parity of the round, so that a witness can tell an edge that it missed. */
  private synchronized void drive(int round) {
    if (held && !inRun() && System.nanoTime() - heldUntilNs < 0) {
      return;
    }
    held = false;
    long beforeNs = clock.nowNs();
    alive.drive((round & 1) == 1);
    long afterNs = clock.nowNs();
    if (inRun()) {
      records.alive(round, beforeNs, afterNs); // as the witness, in runs only
    }
  }
}
