package org.deltabed.agent.shell;

import java.time.Duration;
import org.deltabed.agent.core.Halt;
import org.deltabed.agent.core.Halted;
import org.deltabed.hardware.MonotonicClock;
import org.deltabed.hardware.ServiceManager;
import org.deltabed.hardware.SuddenEnd;
import org.deltabed.trace.Spool;

/**
 * Halts the process when the loop does not turn any more, for instance in a deadlock (F30). It
 * counts its own ticks instead of time, so that a pause of the whole process is not held against a
 * loop that has just been resumed. As long as the loop turns, it also says so to the service
 * manager.
 */
public final class Watchdog implements Runnable {
  private static final Duration TICK = Duration.ofMillis(50);

  private final StatusBoard board;
  private final Spool spool;
  private final Thread loop;
  private final int ticksMax;
  private final ServiceManager service;

  /**
   * @param cycleNs two of these without a turn, and a second at least, are a hang
   */
  public Watchdog(
      StatusBoard board, Spool spool, Thread loop, long cycleNs, ServiceManager service) {
    this.board = board;
    this.spool = spool;
    this.loop = loop;
    this.service = service;
    ticksMax = (int) (Math.max(2 * cycleNs, 1_000_000_000L) / TICK.toNanos()) + 1;
  }

  @Override
  public void run() {
    long seen = board.turns();
    int ticks = 0;
    int untold = 0;
    while (ticks <= ticksMax) {
      try {
        Thread.sleep(TICK);
      } catch (InterruptedException e) {
        return;
      }
      long turns = board.turns();
      ticks = turns == seen ? ticks + 1 : 0;
      seen = turns;
      untold = ticks == 0 ? untold + 1 : untold;
      if (service.signNs() > 0 && untold * TICK.toNanos() >= service.signNs()) {
        service.alive();
        untold = 0;
      }
    }
    halt();
  }

  private void halt() {
    IllegalStateException hang = new IllegalStateException("the loop does not turn");
    hang.setStackTrace(loop.getStackTrace());
    try {
      spool.takeOver();
      var halted = Halt.because(new SpoolJournal(spool), MonotonicClock.system().nowNs(), hang);
      System.err.println("deltabed agent: " + halted.getMessage());
    } finally {
      SuddenEnd.with(Halted.FAIL_SILENT);
    }
  }
}
