package org.deltabed.simulator.run;

import org.deltabed.protocol.Value;
import org.deltabed.simulator.schedule.AsyncSchedule;
import org.deltabed.simulator.schedule.AsyncSchedule.Action;
import org.deltabed.simulator.schedule.Setting;

/** An asynchronous run: one action after the other, each with all that follows from it at once. */
public final class AsyncRun {
  private final AsyncSystem system;
  private int time;

  private AsyncRun(Setting setting) {
    system = new AsyncSystem(setting);
  }

  /**
   * Runs the schedule. Same schedule, same execution.
   *
   * @throws IllegalArgumentException if an action of it cannot happen there, naming it
   */
  public static Execution run(AsyncSchedule schedule) {
    AsyncRun run = begin(schedule.setting());
    schedule.actions().forEach(run::next);
    return run.system.execution();
  }

  /** A run in which nothing has happened yet. */
  public static AsyncRun begin(Setting setting) {
    return new AsyncRun(setting);
  }

  /**
   * Lets that happen next.
   *
   * @throws IllegalArgumentException if it cannot
   */
  public void next(Action action) {
    if (!system.act(action)) {
      throw new IllegalArgumentException("action " + time + " cannot happen: " + action);
    }
    time++;
  }

  /**
   * The number of the first such message that is on its way to the process.
   *
   * @throws IllegalArgumentException if there is none
   */
  public int numberOf(int process, int sender, String instance, Value message) {
    return system.numberOf(process, sender, instance, message);
  }
}
