package org.deltabed.simulator.minimise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.simulator.run.AsyncSystem;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.schedule.AsyncSchedule;
import org.deltabed.simulator.schedule.AsyncSchedule.Action;
import org.deltabed.simulator.schedule.Setting;

/**
 * Minimises an asynchronous run: which of its actions must come first, before everything else
 * happens in a fair order? What is judged is a complete run, so that a promise is broken only where
 * nothing is left that could keep it. What must never happen is shown by what leads to it alone.
 */
final class ActionMinimiser {
  /** Where a run does not come to an end it is not a smaller one. */
  private static final int ACTIONS_MAX = 20_000;

  /**
   * What is tried: these actions as far as they can happen, then the rest.
   *
   * @param left those that live and yet are not asked for all they could be, in the schedule that
   *     is to be made smaller: they need not be asked here either
   */
  private record Core(Setting setting, List<Action> actions, ProcessSet left) {
    Core with(List<Action> others) {
      return new Core(setting, others, left);
    }

    Core with(Setting other) {
      return new Core(other, actions, left);
    }

    Measure measure() {
      long crashes = actions.stream().filter(Action.Crash.class::isInstance).count();
      return Measure.of(crashes, setting.n(), setting.requestsEach(), setting.f(), actions.size());
    }
  }

  private final String propertyId;
  private final BooleanSupplier stopped;

  ActionMinimiser(String propertyId, BooleanSupplier stopped) {
    this.propertyId = propertyId;
    this.stopped = stopped;
  }

  AsyncSchedule minimise(AsyncSchedule schedule) {
    Core smallest = new Core(schedule.setting(), schedule.actions(), left(schedule));
    if (!breaks(smallest)) {
      throw new IllegalArgumentException("the schedule does not break " + propertyId);
    }
    for (Core next = smallest; next != null; next = smaller(smallest)) {
      smallest = next;
    }
    AsyncSchedule whole = (AsyncSchedule) complete(smallest).schedule();
    return isLiveness(whole.setting()) ? whole : new Prefix(propertyId, stopped).of(whole);
  }

  private boolean isLiveness(Setting setting) {
    return setting.protocol().properties().stream()
        .anyMatch(property -> property.id().equals(propertyId) && property.isLiveness());
  }

  private Core smaller(Core core) {
    for (Core candidate : candidates(core)) {
      if (stopped.getAsBoolean()) {
        return null;
      }
      if (candidate.measure().compareTo(core.measure()) < 0 && breaks(candidate)) {
        return candidate;
      }
    }
    return null;
  }

  private boolean breaks(Core core) {
    Execution execution = complete(core);
    return execution != null && Minimiser.breaks(execution, propertyId);
  }

  /** Null if it does not come to an end. */
  private static Execution complete(Core core) {
    AsyncSystem system = new AsyncSystem(core.setting);
    core.actions.forEach(system::act);
    for (int i = 0; i < ACTIONS_MAX; i++) {
      Optional<Action> next =
          system.mandatory().stream()
              .filter(a -> !(a instanceof Action.Ask(int p) && core.left.contains(p)))
              .findFirst();
      if (next.isEmpty()) {
        return system.execution();
      }
      system.act(next.get());
    }
    return null;
  }

  private static ProcessSet left(AsyncSchedule schedule) {
    AsyncSystem system = new AsyncSystem(schedule.setting());
    schedule.actions().forEach(system::act);
    ProcessSet left = ProcessSet.EMPTY;
    for (Action action : system.mandatory()) {
      left = action instanceof Action.Ask(int p) ? left.with(p) : left;
    }
    return left;
  }

  /** What may be tried, the greatest steps first. */
  private static List<Core> candidates(Core core) {
    List<Core> candidates = new ArrayList<>();
    for (int i = 0; i < core.actions.size(); i++) {
      if (core.actions.get(i) instanceof Action.Crash) {
        candidates.add(without(core, i, i + 1));
      }
    }
    Setting setting = core.setting;
    ProcessSet byzantine = setting.liberties().byzantine();
    for (int p = setting.n(); p > 0 && setting.n() > 1 && byzantine.isEmpty(); p--) {
      candidates.add(withoutProcess(core, p));
    }
    for (int each = 1; each < setting.requestsEach(); each++) {
      candidates.add(core.with(Shrink.withRequestsEach(setting, each)));
    }
    for (int f = byzantine.size(); f < setting.f(); f++) {
      candidates.add(core.with(Shrink.withF(setting, f)));
    }
    int size = core.actions.size();
    for (int part = size; part > 0; part /= 2) {
      for (int from = 0; from < size; from += part) {
        candidates.add(without(core, from, Math.min(size, from + part)));
      }
    }
    return candidates;
  }

  private static Core without(Core core, int from, int to) {
    List<Action> fewer = new ArrayList<>(core.actions.subList(0, from));
    fewer.addAll(core.actions.subList(to, core.actions.size()));
    return core.with(fewer);
  }

  private static Core withoutProcess(Core core, int leftOut) {
    List<Action> fewer = new ArrayList<>();
    for (Action action : core.actions) {
      int p = Shrink.rank(action.process(), leftOut);
      Action renamed =
          switch (action) {
            case Action.Ask _ -> new Action.Ask(p);
            case Action.Crash _ -> new Action.Crash(p);
            case Action.Arrive(_, int sender, int number) ->
                sender == leftOut
                    ? null
                    : new Action.Arrive(p, Shrink.rank(sender, leftOut), number);
            case Action.Detect(_, int crashed) ->
                crashed == leftOut ? null : new Action.Detect(p, Shrink.rank(crashed, leftOut));
            case Action.Restore(_, int suspected) ->
                suspected == leftOut
                    ? null
                    : new Action.Restore(p, Shrink.rank(suspected, leftOut));
            // what it says names processes by their ranks, which would be others
            case Action.Forge _ -> null;
          };
      if (renamed != null && action.process() != leftOut) {
        fewer.add(renamed);
      }
    }
    return new Core(Shrink.without(leftOut, core.setting), fewer, Shrink.ranks(core.left, leftOut));
  }
}
