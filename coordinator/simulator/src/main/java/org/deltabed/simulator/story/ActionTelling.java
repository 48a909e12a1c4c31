package org.deltabed.simulator.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deltabed.simulator.run.Happening;
import org.deltabed.simulator.schedule.AsyncSchedule;
import org.deltabed.simulator.schedule.AsyncSchedule.Action;

/** An asynchronous run, told action by action, each with what follows from it. */
final class ActionTelling {
  private final Scene scene;
  private final List<Action> actions;

  ActionTelling(Scene scene, AsyncSchedule schedule) {
    this.scene = scene;
    actions = schedule.actions();
  }

  /** The last actions are left out if nothing follows from them. */
  List<String> tell() {
    List<String> story = new ArrayList<>();
    List<Happening> all = scene.happenings();
    int last = scene.lastTime();
    int at = 0;
    for (int i = 0; i < actions.size() && i <= last; i++) {
      String what = words(actions.get(i));
      List<String> follows = new ArrayList<>();
      for (; at < all.size() && all.get(at).time() <= i; at++) {
        if (all.get(at) instanceof Happening.Arrived(_, _, _, _, _, var instance, var message)) {
          what += ": " + instance + " " + message;
        }
        follows.addAll(follows(at, all.get(at)));
      }
      story.add(
          String.format(Locale.ROOT, "%4d  %s", i, what)
              + (follows.isEmpty() ? "" : " \u2192 " + String.join(", ", follows)));
    }
    return story;
  }

  private static String words(Action action) {
    return switch (action) {
      case Action.Ask(int p) -> "p" + p + " is asked";
      case Action.Arrive(int p, int sender, _) ->
          "p" + p + " gets " + (p == sender ? "its own message" : "p" + sender + "'s message");
      case Action.Detect(int p, int crashed) -> "p" + p + " is told of p" + crashed;
      case Action.Restore(int p, int suspected) ->
          "p" + p + " is told that p" + suspected + " lives";
      case Action.Forge(int p, int sender, _, _) -> "p" + sender + " makes something up for p" + p;
      case Action.Crash(int p) -> "p" + p + " crashes";
    };
  }

  private List<String> follows(int number, Happening happening) {
    return switch (happening) {
      case Happening.Sent sent -> List.of("sends " + sent.instance() + " " + sent.message());
      case Happening.Did did when scene.isTold(did) ->
          List.of(
              Phrase.of(did, scene.protocol.top())
                  + (scene.isCited(number) ? " (#" + number + ")" : ""));
      default -> List.of();
    };
  }
}
