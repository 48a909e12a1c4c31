package org.deltabed.simulator.run;

import java.util.List;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.simulator.schedule.AsyncSchedule.Action;
import org.deltabed.simulator.schedule.Liberties;
import org.deltabed.simulator.schedule.Setting;

/**
 * An asynchronous run drawn from a seed: anything that may happen next does, each as likely as the
 * other, until nothing is left that must; crashes come in between, and messages of the dead arrive
 * or not.
 */
public final class RandomAsync {
  /** More than any run of the catalogue takes; one that goes on is none of this model. */
  private static final int ACTIONS_MAX = 100_000;

  private static final int STEPS_BETWEEN_CRASHES = 6;
  private static final int STEPS_BETWEEN_LIES = 3;

  private static final int LIES_BETWEEN_SUSPICIONS = 4;

  /** So that a run ends: who lies for ever is not listened to any more. */
  private static final int LIES_MAX = 200;

  private RandomAsync() {}

  /**
   * Draws a run, its schedule with it. Same seed, same execution.
   *
   * @param setting whose values are drawn anew, from those that the workload tries
   * @throws IllegalArgumentException if the run does not come to an end
   */
  public static Execution run(Setting setting, long seed) {
    Draws draws = new Draws(seed);
    Setting drawn = setting.with(setting.protocol().workload().drawn(setting.n(), draws::below));
    AsyncSystem system = new AsyncSystem(drawn);
    int crashesLeft = draws.below(drawn.f() - drawn.liberties().byzantine().size() + 1);
    int liesLeft = drawn.liberties().equals(Liberties.NONE) ? 0 : LIES_MAX;
    for (int i = 0; i < ACTIONS_MAX; i++) {
      List<Action> mandatory = system.mandatory();
      List<Action> optional = system.optional();
      if (crashesLeft > 0 && draws.oneIn(STEPS_BETWEEN_CRASHES)) {
        crashesLeft--;
        ProcessSet alive =
            ProcessSet.all(drawn.n()).minus(system.crashed()).minus(drawn.liberties().byzantine());
        system.act(new Action.Crash(draws.oneOf(alive)));
      } else if (liesLeft > 0 && draws.oneIn(STEPS_BETWEEN_LIES) && lie(system, draws)) {
        liesLeft--;
      } else if (mandatory.isEmpty() && (optional.isEmpty() || draws.oneIn(2))) {
        return system.execution();
      } else {
        int choice = draws.below(mandatory.size() + optional.size());
        system.act(
            choice < mandatory.size()
                ? mandatory.get(choice)
                : optional.get(choice - mandatory.size()));
      }
    }
    throw new IllegalArgumentException(
        setting.name() + " is not over after " + ACTIONS_MAX + " actions: " + drawn);
  }

  /** Somebody is suspected that lives, or a Byzantine process says something; false if none may. */
  private static boolean lie(AsyncSystem system, Draws draws) {
    ProcessSet byzantine = system.setting().liberties().byzantine();
    ProcessSet alive =
        ProcessSet.all(system.setting().n()).minus(system.crashed()).minus(byzantine);
    boolean suspects =
        system.setting().protocol().model().maySuspectFalsely()
            && (byzantine.isEmpty() || draws.oneIn(LIES_BETWEEN_SUSPICIONS));
    if (!suspects && !byzantine.isEmpty() && !alive.isEmpty()) {
      List<Action> forgeries = system.forgeries(draws.oneOf(byzantine), draws.oneOf(alive));
      return !forgeries.isEmpty() && system.act(forgeries.get(draws.below(forgeries.size())));
    }
    List<Action> suspicions = system.suspicions();
    return !suspicions.isEmpty() && system.act(suspicions.get(draws.below(suspicions.size())));
  }
}
