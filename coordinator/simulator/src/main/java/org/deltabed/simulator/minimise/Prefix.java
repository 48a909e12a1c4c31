package org.deltabed.simulator.minimise;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.simulator.run.AsyncSystem;
import org.deltabed.simulator.schedule.AsyncSchedule;
import org.deltabed.simulator.schedule.AsyncSchedule.Action;

/**
 * What of an asynchronous run has to happen until something has happened that never must: nothing
 * after it can make that good, so the run ends there.
 */
record Prefix(String propertyId) {
  /** The schedule up to there, without what it takes no part in. */
  AsyncSchedule of(AsyncSchedule schedule) {
    AsyncSchedule shortest = upToTheBreak(schedule);
    for (AsyncSchedule next = shortest; next != null; next = shorter(shortest)) {
      shortest = next;
    }
    return shortest;
  }

  /** Without one of its actions, or without two; null if it takes them all. */
  private AsyncSchedule shorter(AsyncSchedule schedule) {
    int last = schedule.actions().size() - 1;
    for (int i = last; i >= 0; i--) {
      for (int k = i; k >= 0; k--) {
        List<Action> fewer = new ArrayList<>(schedule.actions());
        fewer.remove(i);
        if (k < i) {
          fewer.remove(k);
        }
        AsyncSchedule candidate = upToTheBreak(schedule.with(fewer));
        if (candidate != null) {
          return candidate;
        }
      }
    }
    return null;
  }

  /** Of its actions those that can happen, until the property is broken; null if it is not. */
  private AsyncSchedule upToTheBreak(AsyncSchedule schedule) {
    AsyncSystem system = new AsyncSystem(schedule.setting());
    for (Action action : schedule.actions()) {
      if (system.act(action) && Minimiser.breaks(system.execution(), propertyId)) {
        return (AsyncSchedule) system.execution().schedule();
      }
    }
    return null;
  }
}
