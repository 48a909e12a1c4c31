package org.deltabed.simulator.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Seal;
import org.deltabed.protocol.Value;
import org.deltabed.simulator.automaton.Seals;
import org.deltabed.simulator.schedule.AsyncSchedule;
import org.deltabed.simulator.schedule.AsyncSchedule.Action;
import org.deltabed.simulator.schedule.Setting;

/**
 * An asynchronous system under way: what may happen next in it, and what has happened. Every action
 * happens with all that follows from it at once.
 */
public final class AsyncSystem {
  /** Long after everything that is owed: what has not happened by its end never will. */
  private static final long AFTER_ALL = 1_000_000;

  private final Setting setting;
  private final Processes processes;
  private final boolean tells;
  private final List<Action> actions = new ArrayList<>();

  /** By receiver: what is on its way to it, in the order in which it was sent. */
  private final List<List<Processes.Flight>> inboxes = new ArrayList<>();

  /** By process: whom it was told to be silent, and has not heard since. */
  private final List<ProcessSet> told = new ArrayList<>();

  /** Every signature that a correct process has made, so that others may show it. */
  private final Signatures signatures = new Signatures();

  /** A message of the alphabet, and which signatures of correct processes stand in it. */
  private record Lie(Action forge, List<Seal> signatures) {}

  /** By who says it and to whom. */
  private final Map<List<Integer>, List<Lie>> lies = new HashMap<>();

  private int falseSuspicions;

  /** Everybody has started, and nobody was asked yet. */
  public AsyncSystem(Setting setting) {
    this.setting = setting;
    processes = new Processes(setting, setting.protocol().underAdversary());
    tells = processes.hearsSilence();
    for (int p = 1; p <= setting.n(); p++) {
      inboxes.add(new ArrayList<>());
      told.add(ProcessSet.EMPTY);
    }
    spread();
  }

  public Setting setting() {
    return setting;
  }

  public ProcessSet crashed() {
    return processes.crashed();
  }

  /** Lets the action happen; false if it cannot. */
  public boolean act(Action action) {
    processes.at(actions.size());
    if (!processes.isAlive(action.process()) || !happens(action)) {
      return false;
    }
    actions.add(action);
    spread();
    return true;
  }

  private boolean happens(Action action) {
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
        if (!isToBeTold(p, crashed)) {
          return false;
        }
        falseSuspicions += processes.isAlive(crashed) ? 1 : 0;
        told.set(p - 1, told.get(p - 1).with(crashed));
        processes.silence(p, crashed);
      }
      case Action.Restore(int p, int suspected) -> {
        if (!isToBeRestored(p, suspected)) {
          return false;
        }
        told.set(p - 1, told.get(p - 1).without(suspected));
        processes.heard(p, suspected);
      }
      case Action.Forge(int p, int sender, String instance, Value message) -> {
        if (!mayForge(sender, message)) {
          return false;
        }
        processes.forged(p, sender, instance, message);
      }
      case Action.Crash(int p) -> {
        if (processes.crashed().size() + byzantine().size() >= setting.f()) {
          return false;
        }
        processes.crash(p);
        inboxes.get(p - 1).clear();
      }
    }
    return true;
  }

  private ProcessSet byzantine() {
    return setting.liberties().byzantine();
  }

  /** A Byzantine process may be silent at any time, so there too silence is heard in the end. */
  private boolean isToBeTold(int process, int other) {
    boolean may =
        processes.crashed().union(byzantine()).contains(other)
            || (processes.isAlive(other)
                && other != process
                && falseSuspicions < setting.liberties().falseSuspicions());
    return tells && may && !told.get(process - 1).contains(other);
  }

  private boolean isToBeRestored(int process, int other) {
    return processes.isAlive(other) && told.get(process - 1).contains(other);
  }

  /** A Byzantine process says what it likes, but has no keys but its own. */
  private boolean mayForge(int sender, Value message) {
    return byzantine().contains(sender)
        && signatures.haveAllOf(message, ProcessSet.all(setting.n()).minus(byzantine()));
  }

  /** What that Byzantine process may say now to that one, of the protocol's alphabet. */
  public List<Action> forgeries(int sender, int process) {
    return lies.computeIfAbsent(List.of(sender, process), _ -> lies(sender, process)).stream()
        .filter(lie -> signatures.haveAll(lie.signatures))
        .<Action>map(Lie::forge)
        .toList();
  }

  private List<Lie> lies(int sender, int process) {
    ProcessSet correct = ProcessSet.all(setting.n()).minus(byzantine());
    return setting
        .protocol()
        .alphabet()
        .of(sender, process, setting.n(), setting.f(), setting.values())
        .stream()
        .map(
            said ->
                new Lie(
                    new Action.Forge(process, sender, said.instance(), said.message()),
                    Seals.signatures(said.message()).stream()
                        .filter(seal -> correct.contains(seal.by()))
                        .toList()))
        .toList();
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

  /** What was handed to the bus is on its way to everybody that lives, the sender included. */
  private void spread() {
    for (int p = 1; p <= processes.n(); p++) {
      for (Processes.Flight handed : processes.takeHanded(p)) {
        signatures.add(handed.message());
        processes.alive().forEach(to -> inboxes.get(to - 1).add(handed));
      }
    }
  }

  /**
   * What must happen sooner or later: requests that are left, messages of those that live, and
   * detections; in this order, and messages in that in which they were sent.
   */
  public List<Action> mandatory() {
    List<Action> mandatory = new ArrayList<>();
    processes
        .alive()
        .forEach(
            p -> {
              if (processes.isToBeAsked(p)) {
                mandatory.add(new Action.Ask(p));
              }
            });
    mandatory.addAll(arrivals(true));
    processes
        .alive()
        .forEach(
            p ->
                processes
                    .crashed()
                    .union(byzantine())
                    .forEach(
                        crashed -> {
                          if (isToBeTold(p, crashed)) {
                            mandatory.add(new Action.Detect(p, crashed));
                          }
                        }));
    processes
        .alive()
        .forEach(
            p ->
                told.get(p - 1)
                    .intersect(processes.alive())
                    .forEach(suspected -> mandatory.add(new Action.Restore(p, suspected))));
    return mandatory;
  }

  /** The messages of crashed senders that are still on their way: they may arrive or not. */
  public List<Action> optional() {
    return arrivals(false);
  }

  /** Suspicions that may yet be raised, of processes that have not crashed. */
  public List<Action> suspicions() {
    List<Action> suspicions = new ArrayList<>();
    processes
        .alive()
        .forEach(
            p ->
                processes
                    .alive()
                    .union(byzantine())
                    .forEach(
                        q -> {
                          if (isToBeTold(p, q)) {
                            suspicions.add(new Action.Detect(p, q));
                          }
                        }));
    return suspicions;
  }

  private List<Action> arrivals(boolean ofLiving) {
    record Coming(Processes.Flight flight, int to) {}
    List<Coming> coming = new ArrayList<>();
    processes
        .alive()
        .forEach(
            p ->
                inboxes.get(p - 1).stream()
                    .filter(flight -> processes.isAlive(flight.sender()) == ofLiving)
                    .forEach(flight -> coming.add(new Coming(flight, p))));
    coming.sort(
        Comparator.comparingInt((Coming c) -> c.flight.sentTime())
            .thenComparingInt(c -> c.flight.sender())
            .thenComparingInt(c -> c.flight.number())
            .thenComparingInt(Coming::to));
    List<Action> actions = new ArrayList<>();
    coming.forEach(c -> actions.add(new Action.Arrive(c.to, c.flight.sender(), c.flight.number())));
    return actions;
  }

  /**
   * What happened until now, as a run that ends here. Where something must yet arrive or be
   * detected it is too short for anything to be due.
   */
  public Execution execution() {
    boolean isOver = mandatory().stream().allMatch(Action.Ask.class::isInstance);
    return new Execution(
        new AsyncSchedule(setting, actions),
        isOver ? AFTER_ALL : 0,
        List.copyOf(processes.happenings()));
  }
}
