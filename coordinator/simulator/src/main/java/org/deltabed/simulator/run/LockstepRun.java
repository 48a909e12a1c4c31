package org.deltabed.simulator.run;

import java.util.List;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.simulator.schedule.LockstepSchedule;
import org.deltabed.simulator.schedule.LockstepSchedule.Ask;
import org.deltabed.simulator.schedule.LockstepSchedule.Crash;
import org.deltabed.simulator.schedule.LockstepSchedule.Harm;

/**
 * A run in slots. Requests are made when a cycle begins; at the beginning of its slot the owner
 * composes its frame from all that it has handed to the bus by then; at the slot's end every live
 * process, the owner too, delivers the frame or hears silence.
 */
public final class LockstepRun {
  private final LockstepSchedule schedule;
  private final Processes processes;
  private final int n;

  private LockstepRun(LockstepSchedule schedule) {
    this.schedule = schedule;
    processes = new Processes(schedule.setting(), schedule.setting().protocol());
    n = processes.n();
  }

  /** Runs the schedule. Same schedule, same execution. */
  public static Execution run(LockstepSchedule schedule) {
    LockstepRun run = new LockstepRun(schedule);
    int slots = schedule.cycles() * run.n;
    for (int slot = 0; slot < slots; slot++) {
      run.slot(slot);
    }
    return new Execution(schedule, slots, run.processes.happenings());
  }

  private void slot(int slot) {
    processes.at(slot);
    for (int p = 1; p <= n; p++) {
      if (processes.isAlive(p) && processes.isToBeAsked(p) && isAsked(p, slot)) {
        processes.ask(p);
      }
    }
    int owner = slot % n + 1;
    boolean isFilled = processes.isAlive(owner);
    List<Processes.Flight> frame = isFilled ? processes.takeHanded(owner) : List.of();
    ProcessSet reached = isFilled ? ProcessSet.all(n) : ProcessSet.EMPTY;
    for (Crash crash : schedule.crashes()) {
      if (crash.slot() == slot) {
        processes.crash(crash.process());
        reached = crash.process() == owner ? crash.reached() : reached;
      }
    }
    ProcessSet twice = ProcessSet.EMPTY;
    for (Harm harm : schedule.harms()) {
      if (harm.slot() == slot && isFilled && processes.isAlive(owner)) {
        reached = reached.minus(harm.missed());
        twice = harm.twice();
      }
    }
    reached = reached.minus(processes.crashed());
    if (isFilled) {
      processes.frame(owner, frame.size(), reached);
    }
    for (int p = 1; p <= n; p++) {
      if (processes.isAlive(p)) {
        end(p, slot, frame, reached.contains(p), twice.contains(p));
      }
    }
  }

  private boolean isAsked(int p, int slot) {
    return schedule.asks().isEmpty() ? slot % n == 0 : schedule.asks().contains(new Ask(p, slot));
  }

  private void end(int p, int slot, List<Processes.Flight> frame, boolean reached, boolean twice) {
    if (reached) {
      frame.forEach(flight -> processes.arrive(p, flight, slot));
    } else {
      processes.silence(p, slot % n + 1);
    }
    if (twice) {
      frame.forEach(flight -> processes.arrive(p, flight, slot));
    }
    if (slot % n == n - 1) {
      processes.cycleEnd(p);
    }
  }
}
