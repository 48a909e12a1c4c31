package org.deltabed.simulator.story;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.deltabed.protocol.Crash;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Restore;
import org.deltabed.protocol.Suspect;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.run.Happening;
import org.deltabed.simulator.schedule.LockstepSchedule;
import org.deltabed.simulator.schedule.LockstepSchedule.Harm;
import org.deltabed.simulator.schedule.Setting;

/** An execution, what it breaks, and what of it is worth telling. */
final class Scene {
  final Execution execution;
  final Setting setting;
  final Protocol protocol;

  /** The properties that are broken, in the protocol's order. */
  final Map<Property, Outcome> broken = new LinkedHashMap<>();

  /** How many properties were judged and hold, and how many were not judged. */
  final int held;

  final int notJudged;

  final Frames frames;

  private final Set<String> watched = new HashSet<>();
  private final Set<Integer> cited = new HashSet<>();

  /** By broken property, in the order in which they happened. */
  private final List<List<Integer>> citedTogether = new ArrayList<>();

  /** By slot. */
  private final Map<Integer, Harm> harms = new TreeMap<>();

  Scene(Execution execution) {
    this.execution = execution;
    setting = execution.schedule().setting();
    protocol = setting.protocol();
    frames = new Frames(execution.happenings());
    watched.add(protocol.top());
    if (execution.schedule() instanceof LockstepSchedule schedule) {
      schedule.harms().forEach(harm -> harms.put(harm.slot(), harm));
    }
    int judged = 0;
    int open = 0;
    for (Map.Entry<Property, Outcome> each : execution.judge().entrySet()) {
      Outcome outcome = each.getValue();
      judged += outcome.judged() ? 1 : 0;
      open += outcome.judged() ? 0 : 1;
      if (!outcome.holds()) {
        broken.put(each.getKey(), outcome);
        watched.add(each.getKey().instance());
        citedTogether.add(
            outcome.refs().stream()
                .map(ref -> Integer.parseInt(ref.substring(1)))
                .distinct()
                .sorted()
                .toList());
        cited.addAll(citedTogether.getLast());
      }
    }
    held = judged - broken.size();
    notJudged = open;
  }

  int n() {
    return setting.n();
  }

  boolean isInSlots() {
    return execution.schedule() instanceof LockstepSchedule;
  }

  List<Happening> happenings() {
    return execution.happenings();
  }

  /** Those to whom the frame of that slot does not come, though its owner lives. */
  ProcessSet missed(int slot) {
    return harms.containsKey(slot) ? harms.get(slot).missed() : ProcessSet.EMPTY;
  }

  /** Those to whom the frame of that slot comes twice. */
  ProcessSet twice(int slot) {
    return harms.containsKey(slot) ? harms.get(slot).twice() : ProcessSet.EMPTY;
  }

  boolean isRepeating() {
    return harms.values().stream().anyMatch(harm -> !harm.twice().isEmpty());
  }

  /** Whether a detector that may err says anything. */
  boolean isSuspecting() {
    return happenings().stream()
        .anyMatch(happening -> happening instanceof Happening.Did did && isSuspicion(did));
  }

  /** Whether it was broken off, and what is on its way may yet arrive. */
  boolean isUnderWay() {
    return !isInSlots() && execution.slots() == 0;
  }

  /** Whether anybody is still to get a message that is meant for it. */
  boolean leavesMessages() {
    Set<List<Integer>> arrived = new HashSet<>();
    for (Happening happening : happenings()) {
      if (happening instanceof Happening.Arrived a) {
        arrived.add(List.of(a.process(), a.sender(), a.number()));
      }
    }
    for (Happening happening : happenings()) {
      if (happening instanceof Happening.Sent sent) {
        for (int p = 1; p <= n(); p++) {
          if (p != sent.process()
              && ActionPicture.isFor(p, sent.message())
              && !arrived.contains(List.of(p, sent.process(), sent.number()))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Whether an explanation rests on that happening. */
  boolean isCited(int number) {
    return cited.contains(number);
  }

  /** The happenings that do not fit together, of each broken property. */
  List<List<Integer>> citedTogether() {
    return citedTogether;
  }

  /** Whether it is an event of an instance that is told of. */
  boolean isTold(Happening.Did did) {
    return watched.contains(did.instance()) || isDetection(did) || isSuspicion(did);
  }

  /** Whether a detector that may err says something. */
  private static boolean isSuspicion(Happening.Did did) {
    return did.event() instanceof Suspect || did.event() instanceof Restore;
  }

  /** Whether it tells the process of a crash. */
  boolean isDetection(Happening.Did did) {
    return did.direction() == Direction.INDICATION && did.event() instanceof Crash;
  }

  /** When the last thing happened that matters, or -1: what comes after it is idle. */
  int lastTime() {
    int last = -1;
    for (int i = 0; i < happenings().size(); i++) {
      Happening happening = happenings().get(i);
      boolean matters =
          switch (happening) {
            case Happening.Did did -> isTold(did);
            case Happening.Framed framed ->
                framed.messages() > 0
                    && (!frames.repeats(framed.time()) || harms.containsKey(framed.time()));
            case Happening.Sent _ -> !isInSlots();
            case Happening.Crashed _ -> true;
            case Happening.Arrived _, Happening.Silent _, Happening.Restored _ -> false;
          };
      last = matters ? Math.max(last, happening.time()) : last;
    }
    return last;
  }
}
