package org.deltabed.lab.witness;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.deltabed.checker.Fault;
import org.deltabed.hardware.MonotonicClock;
import org.deltabed.hardware.RealTimePriority;

/**
 * Brings about what was planned for the middle of a slot: power cuts, the CRASH pin, pauses. The
 * line's schedule tells when that is, so a fault lands in its slot also after the cluster's clock
 * has moved.
 */
public final class TimedFaults implements AutoCloseable {

  /** Does one fault, now. */
  public interface Action {
    void happen(Fault fault);
  }

  private static final long LOOK_AGAIN_NS = 2_000_000;

  private final LineSchedule schedule;
  private final Action action;
  private final List<Fault> waiting = new ArrayList<>();
  private final Thread thread;
  private volatile boolean open = true;

  public TimedFaults(LineSchedule schedule, Action action) {
    this.schedule = schedule;
    this.action = action;
    thread = Thread.ofPlatform().daemon().name("timed-faults").start(this::work);
  }

  public synchronized void arm(List<Fault> faults) {
    for (Fault fault : faults) {
      boolean onLine = fault.kind().equals("bus") || fault.parameters().containsKey("afterBytes");
      if (!onLine) {
        waiting.add(fault);
      }
    }
    notifyAll();
  }

  public synchronized void disarm() {
    waiting.clear();
  }

  private void work() {
    RealTimePriority.NODE.request();
    try {
      while (open) {
        Fault due = nextDue();
        if (due != null) {
          action.happen(due);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    }
  }

  /**
   * Waits a little or for a fault whose moment has come, which is then taken; null when there is
   * none yet.
   */
  private Fault nextDue() throws InterruptedException {
    long firstNs = Long.MAX_VALUE;
    synchronized (this) {
      while (waiting.isEmpty()) {
        wait();
      }
      long nowNs = System.nanoTime();
      for (Iterator<Fault> all = waiting.iterator(); all.hasNext(); ) {
        Fault fault = all.next();
        long dueNs = schedule.middleNs(fault.round(), fault.slot());
        if (dueNs <= nowNs) {
          all.remove();
          return fault;
        }
        firstNs = Math.min(firstNs, dueNs);
      }
    }
    long lookNs = System.nanoTime() + LOOK_AGAIN_NS;
    MonotonicClock.system().sleepUntilNs(Math.min(firstNs, lookNs));
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return null;
  }

  @Override
  public void close() {
    open = false;
    thread.interrupt();
  }
}
