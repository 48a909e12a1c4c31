package org.deltabed.simulator.exhibits;

import java.util.List;
import java.util.Optional;
import org.deltabed.simulator.run.AsyncSystem;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.schedule.AsyncSchedule.Action;
import org.deltabed.simulator.schedule.Setting;

/** A run that begins as somebody wants it and goes on fairly: the oldest message arrives next. */
final class FairRun {
  private static final int ACTIONS_MAX = 10_000;

  private final AsyncSystem system;

  private FairRun(Setting setting, List<Action> first) {
    system = new AsyncSystem(setting);
    for (Action action : first) {
      if (!system.act(action)) {
        throw new IllegalStateException(action + " cannot happen in " + setting.name());
      }
    }
  }

  /** Everything that must happen does; false suspicions are taken back after so many actions. */
  static Execution of(Setting setting, List<Action> first, int wrongFor) {
    FairRun run = new FairRun(setting, first);
    run.goOn(false, wrongFor);
    run.system.mandatory().stream()
        .filter(Action.Restore.class::isInstance)
        .forEach(run.system::act);
    run.goOn(true, ACTIONS_MAX);
    return run.system.execution();
  }

  /** The same where no suspicion is ever taken back: P does not, and it should not have to. */
  static Execution withoutRestoring(Setting setting, List<Action> first) {
    FairRun run = new FairRun(setting, first);
    run.goOn(false, ACTIONS_MAX);
    return run.system.execution();
  }

  private void goOn(boolean restoring, int actions) {
    for (int i = 0; i < actions; i++) {
      Optional<Action> next =
          system.mandatory().stream()
              .filter(action -> restoring || !(action instanceof Action.Restore))
              .findFirst();
      if (next.isEmpty()) {
        return;
      }
      system.act(next.get());
    }
    if (actions == ACTIONS_MAX) {
      throw new IllegalStateException("no end after " + actions + " actions");
    }
  }
}
