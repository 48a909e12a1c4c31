package org.deltabed.simulator.explore;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.simulator.automaton.Message;
import org.deltabed.simulator.run.AsyncRun;
import org.deltabed.simulator.schedule.AsyncSchedule;
import org.deltabed.simulator.schedule.AsyncSchedule.Action;
import org.deltabed.simulator.schedule.Setting;

/** Tells of messages by their numbers, where the exploration knew them by what is in them. */
final class AsyncTrail {
  private AsyncTrail() {}

  static AsyncSchedule schedule(Setting setting, List<AsyncChoice> choices) {
    AsyncRun run = AsyncRun.begin(setting);
    List<Action> actions = new ArrayList<>();
    for (AsyncChoice choice : choices) {
      take(setting, run, choice, actions);
      choice.stale().forEach(arrival -> take(setting, run, arrival, actions));
    }
    return new AsyncSchedule(setting, actions);
  }

  private static void take(
      Setting setting, AsyncRun run, AsyncChoice choice, List<Action> actions) {
    Action action = action(setting, run, choice);
    run.next(action);
    actions.add(action);
  }

  private static Action action(Setting setting, AsyncRun run, AsyncChoice choice) {
    int p = choice.process();
    return switch (choice.kind()) {
      case ASK -> new Action.Ask(p);
      case DETECT -> new Action.Detect(p, choice.crashed());
      case RESTORE -> new Action.Restore(p, choice.crashed());
      case CRASH -> new Action.Crash(p);
      case ARRIVE -> {
        int sender = choice.message().sender();
        Message message = choice.message().messages().getFirst();
        if (setting.liberties().byzantine().contains(sender)) {
          yield new Action.Forge(p, sender, message.instance(), message.value());
        }
        yield new Action.Arrive(
            p, sender, run.numberOf(p, sender, message.instance(), message.value()));
      }
    };
  }
}
