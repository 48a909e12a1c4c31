package org.deltabed.simulator.exhibits;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.Value;
import org.deltabed.simulator.run.AsyncSystem;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.run.Happening;
import org.deltabed.simulator.schedule.AsyncSchedule.Action;
import org.deltabed.simulator.schedule.Setting;

/** An asynchronous run, told what happens next by who is asked and whose message comes. */
final class Stage {
  private static final int ACTIONS_MAX = 10_000;

  private final AsyncSystem system;

  private Stage(Setting setting) {
    system = new AsyncSystem(setting);
  }

  static Stage of(Setting setting) {
    return new Stage(setting);
  }

  /** These get their next request, one after the other. */
  Stage ask(int... processes) {
    for (int p : processes) {
      act(new Action.Ask(p));
    }
    return this;
  }

  /** The oldest message of that sender for that process arrives. */
  Stage arrive(int process, int sender) {
    return arrive(process, sender, Value.class);
  }

  /**
   * The oldest message of that kind.
   *
   * @throws IllegalStateException if there is none
   */
  Stage arrive(int process, int sender, Class<? extends Value> kind) {
    List<Action> coming = new ArrayList<>(system.mandatory());
    coming.addAll(system.optional());
    for (Action action : coming) {
      if (action instanceof Action.Arrive(int to, int from, int number)
          && to == process
          && from == sender
          && isFor(process, message(from, number), kind)) {
        return act(action);
      }
    }
    throw new IllegalStateException(
        "no " + kind.getSimpleName() + " of p" + sender + " is on its way to p" + process);
  }

  /**
   * The latest message of that kind, which overtakes the others.
   *
   * @throws IllegalStateException if there is none
   */
  Stage arriveLatest(int process, int sender, Class<? extends Value> kind) {
    List<Action> coming = new ArrayList<>(system.mandatory());
    coming.addAll(system.optional());
    for (Action action : coming.reversed()) {
      if (action instanceof Action.Arrive(int to, int from, int number)
          && to == process
          && from == sender
          && isFor(process, message(from, number), kind)) {
        return act(action);
      }
    }
    throw new IllegalStateException(
        "no " + kind.getSimpleName() + " of p" + sender + " is on its way to p" + process);
  }

  /** The oldest message of that kind and of that instance arrives, if there is one. */
  Stage arriveIfAny(int process, int sender, String instance, Class<? extends Value> kind) {
    for (Action action : system.mandatory()) {
      if (action instanceof Action.Arrive(int to, int from, int number)
          && to == process
          && from == sender
          && sent(from, number).instance().equals(instance)
          && isFor(process, message(from, number), kind)) {
        return act(action);
      }
    }
    return this;
  }

  /** The Byzantine process says that to the other. */
  Stage forge(int process, int byzantine, String instance, Value message) {
    return act(new Action.Forge(process, byzantine, instance, message));
  }

  private Value message(int sender, int number) {
    return sent(sender, number).message();
  }

  private Happening.Sent sent(int sender, int number) {
    for (Happening happening : system.execution().happenings()) {
      if (happening instanceof Happening.Sent sent
          && sent.process() == sender
          && sent.number() == number) {
        return sent;
      }
    }
    throw new IllegalStateException("p" + sender + " sent no message " + number);
  }

  private static boolean isFor(int process, Value message, Class<? extends Value> kind) {
    return message instanceof Addressed(int to, Value inner)
        ? to == process && kind.isInstance(inner)
        : kind.isInstance(message);
  }

  /** The process is told that the other has crashed. */
  Stage detect(int process, int other) {
    return act(new Action.Detect(process, other));
  }

  /** The process is told that the other lives after all. */
  Stage restore(int process, int other) {
    return act(new Action.Restore(process, other));
  }

  Stage crash(int process) {
    return act(new Action.Crash(process));
  }

  /** Everything that must happen does, the oldest message first. */
  Stage goOn() {
    for (int i = 0; i < ACTIONS_MAX; i++) {
      List<Action> mandatory = system.mandatory();
      if (mandatory.isEmpty()) {
        return this;
      }
      act(mandatory.getFirst());
    }
    throw new IllegalStateException("no end after " + ACTIONS_MAX + " actions");
  }

  /** The same but for requests: nobody is asked for more. */
  Stage goOnUnasked() {
    for (int i = 0; i < ACTIONS_MAX; i++) {
      Action next =
          system.mandatory().stream()
              .filter(action -> !(action instanceof Action.Ask))
              .findFirst()
              .orElse(null);
      if (next == null) {
        return this;
      }
      act(next);
    }
    throw new IllegalStateException("no end after " + ACTIONS_MAX + " actions");
  }

  Execution end() {
    return system.execution();
  }

  private Stage act(Action action) {
    if (!system.act(action)) {
      throw new IllegalStateException(action + " cannot happen in " + system.setting().name());
    }
    return this;
  }
}
