package org.deltabed.simulator.minimise;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.deltabed.simulator.run.AsyncSystem;
import org.deltabed.simulator.schedule.AsyncSchedule;
import org.deltabed.simulator.schedule.AsyncSchedule.Action;

/**
 * What of an asynchronous run has to happen until something has happened that never must: nothing
 * after it can make that good, so the run ends there.
 */
record Prefix(String propertyId, BooleanSupplier stopped) {
  /** The schedule up to there, without what it takes no part in. */
  AsyncSchedule of(AsyncSchedule schedule) {
    AsyncSchedule shortest = upToTheBreak(schedule);
    for (int part = shortest.actions().size() / 2; part > 1; part /= 2) {
      shortest = withoutParts(shortest, part);
    }
    AsyncSchedule before;
    do {
      before = shortest;
      shortest = withoutPairs(shortest);
    } while (shortest.actions().size() < before.actions().size());
    return shortest;
  }

  /** Without those of its parts of this many actions that it does not take; the last first. */
  private AsyncSchedule withoutParts(AsyncSchedule schedule, int part) {
    AsyncSchedule shortest = schedule;
    for (int to = schedule.actions().size();
        to > 0 && !stopped.getAsBoolean();
        to = Math.min(to, size(shortest)) - part) {
      List<Action> fewer = new ArrayList<>(shortest.actions());
      fewer.subList(Math.max(0, to - part), to).clear();
      shortest = shorter(shortest, fewer);
    }
    return shortest;
  }

  /** Without those of its actions that it does not take, alone or with another one. */
  private AsyncSchedule withoutPairs(AsyncSchedule schedule) {
    AsyncSchedule shortest = schedule;
    for (int i = size(shortest) - 1;
        i >= 0 && !stopped.getAsBoolean();
        i = Math.min(i, size(shortest)) - 1) {
      for (int k = i; k >= 0 && i < size(shortest); k--) {
        List<Action> fewer = new ArrayList<>(shortest.actions());
        fewer.remove(i);
        if (k < i) {
          fewer.remove(k);
        }
        shortest = shorter(shortest, fewer);
      }
    }
    return shortest;
  }

  private static int size(AsyncSchedule schedule) {
    return schedule.actions().size();
  }

  /** The shorter one up to its break, if it breaks the property too. */
  private AsyncSchedule shorter(AsyncSchedule schedule, List<Action> fewer) {
    AsyncSchedule candidate = stopped.getAsBoolean() ? null : upToTheBreak(schedule.with(fewer));
    return candidate == null ? schedule : candidate;
  }

  /** Of its actions those that can happen, until the property is broken; null if it is not. */
  private AsyncSchedule upToTheBreak(AsyncSchedule schedule) {
    AsyncSystem whole = new AsyncSystem(schedule.setting());
    schedule.actions().forEach(whole::act);
    if (!Minimiser.breaks(whole.execution(), propertyId)) {
      return null; // most are of this kind: they are judged once, not at every action
    }
    AsyncSystem system = new AsyncSystem(schedule.setting());
    for (Action action : schedule.actions()) {
      if (system.act(action) && Minimiser.breaks(system.execution(), propertyId)) {
        return (AsyncSchedule) system.execution().schedule();
      }
    }
    throw new IllegalStateException("the same actions break " + propertyId + " no more");
  }
}
