package org.deltabed.agent.shell;

import java.io.IOException;
import java.util.Map;
import org.deltabed.agent.core.Halted;
import org.deltabed.agent.core.NodeState;
import org.deltabed.agent.core.RunState;
import org.deltabed.hardware.DigitalInput;
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
  private final AliveLine alive;
  private final long slotNs;
  private long heldUntilNs;
  private boolean held;

  private NodePins(StatusBoard board, AliveLine alive, long slotNs) {
    this.board = board;
    this.alive = alive;
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
      input.onEdge(new CrashLine(records));
      crashIf(input.level());
    }
    String sync = lines.get("sync");
    if (sync != null) {
      pins.input(sync, false).onEdge(new SyncWire(records, clock));
    }
    String alive = lines.get("alive");
    if (alive == null) {
      return AliveHold.NONE;
    }
    AliveLine line = new AliveLine(pins.output(alive, false), records, clock);
    NodePins driving = new NodePins(board, line, slotNs);
    Thread thread = new Thread(driving, "agent-alive");
    thread.setDaemon(true);
    thread.start();
    return driving;
  }

  /** A node that can no longer be told to crash must not run on. */
  record CrashLine(PinRecords records) implements DigitalInput.EdgeListener {
    @Override
    public void edge(boolean high, long timeNs) {
      crashIf(high);
    }

    /** The line was low before, else the node were dead: the first of them was a rise. */
    @Override
    public void missed(long edgesMin) {
      crashIf(true);
    }

    @Override
    public void lost(IOException cause) {
      records.lost("the CRASH line is lost: " + cause.getMessage());
    }
  }

  /** Edges that the driver lost are told with the next one. */
  record SyncWire(PinRecords records, MonotonicClock clock) implements DigitalInput.EdgeListener {
    @Override
    public void edge(boolean high, long timeNs) {
      records.sync(high, clock.atMachineNs(timeNs));
    }

    @Override
    public void missed(long edgesMin) {
      records.syncsMissed(edgesMin);
    }
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
        show(round);
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
      alive.hold(high);
    }
    return "";
  }

  private synchronized void show(int round) {
    if (held && !inRun() && System.nanoTime() - heldUntilNs < 0) {
      return;
    }
    held = false;
    alive.show(round, inRun());
  }

  private boolean inRun() {
    return board.runState() == RunState.ARMED || board.runState() == RunState.RUNNING;
  }
}
