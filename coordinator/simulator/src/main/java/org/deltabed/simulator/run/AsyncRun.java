package org.deltabed.simulator.run;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Value;
import org.deltabed.simulator.schedule.AsyncSchedule;
import org.deltabed.simulator.schedule.AsyncSchedule.Action;
import org.deltabed.simulator.schedule.Setting;

/** An asynchronous run: one action after the other, each with all that follows from it at once. */
public final class AsyncRun {
  /** Long after everything that is owed: what has not happened by its end never will. */
  private static final long AFTER_ALL = 1_000_000;

  private final Processes processes;

  /** By receiver: what is on its way to it. */
  private final List<List<Processes.Flight>> inboxes = new ArrayList<>();

  private int time;

  private AsyncRun(Setting setting) {
    processes = new Processes(setting);
    for (int p = 1; p <= processes.n(); p++) {
      inboxes.add(new ArrayList<>());
    }
    spread();
  }

  /**
   * Runs the schedule. Same schedule, same execution.
   *
   * @throws IllegalArgumentException if an action of it cannot happen there, naming it
   */
  public static Execution run(AsyncSchedule schedule) {
    AsyncRun run = begin(schedule.setting());
    schedule.actions().forEach(run::next);
    return new Execution(schedule, AFTER_ALL, run.processes.happenings());
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
    processes.at(time);
    if (!act(action)) {
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
    return inboxes.get(process - 1).stream()
        .filter(f -> f.sender() == sender && f.instance().equals(instance))
        .filter(f -> f.message().equals(message))
        .mapToInt(Processes.Flight::number)
        .min()
        .orElseThrow(() -> new IllegalArgumentException("no " + message + " of p" + sender));
  }

  private boolean act(Action action) {
    if (!processes.isAlive(action.process())) {
      return false;
    }
    switch (action) {
      case Action.Ask(int p) -> {
        if (!processes.isToBeAsked(p)) {
          return false;
        }
        processes.ask(p);
      }
      case Action.Arrive(int p, int sender, int number) -> {
        Processes.Flight flight = take(p, sender, number);
        if (flight == null) {
          return false;
        }
        processes.arrive(p, flight, flight.sentTime());
      }
      case Action.Detect(int p, int crashed) -> {
        if (processes.isAlive(crashed)) {
          return false;
        }
        processes.silence(p, crashed);
      }
      case Action.Crash(int p) -> processes.crash(p);
    }
    spread();
    return true;
  }

  private Processes.Flight take(int p, int sender, int number) {
    for (Processes.Flight flight : inboxes.get(p - 1)) {
      if (flight.sender() == sender && flight.number() == number) {
        inboxes.get(p - 1).remove(flight);
        return flight;
      }
    }
    return null;
  }

  /** What was handed to the bus is on its way to everybody, the sender included. */
  private void spread() {
    for (int p = 1; p <= processes.n(); p++) {
      List<Processes.Flight> handed = processes.takeHanded(p);
      inboxes.forEach(inbox -> inbox.addAll(handed));
    }
  }
}
