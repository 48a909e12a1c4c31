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
      take(run, choice, actions);
      choice.stale().forEach(arrival -> take(run, arrival, actions));
    }
    return new AsyncSchedule(setting, actions);
  }

  private static void take(AsyncRun run, AsyncChoice choice, List<Action> actions) {
    Action action = action(run, choice);
    run.next(action);
    actions.add(action);
  }

  private static Action action(AsyncRun run, AsyncChoice choice) {
    int p = choice.process();
    return switch (choice.kind()) {
      case ASK -> new Action.Ask(p);
      case DETECT -> new Action.Detect(p, choice.crashed());
      case CRASH -> new Action.Crash(p);
      case ARRIVE -> {
        int sender = choice.message().sender();
        Message message = choice.message().messages().getFirst();
        yield new Action.Arrive(
            p, sender, run.numberOf(p, sender, message.instance(), message.value()));
      }
    };
  }
}
