package org.deltabed.simulator.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.History.Bus;
import org.deltabed.protocol.history.Occurrence;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;
import org.deltabed.simulator.schedule.AsyncSchedule;
import org.deltabed.simulator.schedule.LockstepSchedule;
import org.deltabed.simulator.schedule.Schedule;

/**
 * A run, step by step, as one schedule makes it.
 *
 * @param slots how long it was, in slots; for an asynchronous run longer than anything that is
 *     owed, or 0 if it is not over
 * @param happenings in the order in which they happened
 */
public record Execution(Schedule schedule, long slots, List<Happening> happenings) {
  public Execution {
    happenings = List.copyOf(happenings);
  }

  /** Runs a schedule of either kind. Same schedule, same execution. */
  public static Execution of(Schedule schedule) {
    return switch (schedule) {
      case LockstepSchedule inSlots -> LockstepRun.run(inSlots);
      case AsyncSchedule inAnyOrder -> AsyncRun.run(inAnyOrder);
    };
  }

  /** What the properties are judged on. The references are numbers of happenings: {@code #12}. */
  public History history() {
    List<Occurrence> occurrences = new ArrayList<>();
    ProcessSet crashed = ProcessSet.EMPTY;
    Map<Integer, Long> crashSlots = new TreeMap<>();
    for (int i = 0; i < happenings.size(); i++) {
      switch (happenings.get(i)) {
        case Happening.Did(int time, int process, var instance, var direction, var event) ->
            occurrences.add(
                new Occurrence(process, time, time, instance, direction, event, "#" + i));
        case Happening.Crashed(int time, int process) -> {
          crashed = crashed.with(process);
          crashSlots.put(process, (long) time);
        }
        default -> {}
      }
    }
    return new History(
        ProcessSet.all(schedule.setting().n()),
        crashed,
        schedule.setting().liberties().byzantine(),
        crashSlots,
        slots,
        bus(),
        occurrences);
  }

  private Bus bus() {
    return schedule instanceof LockstepSchedule inSlots
        ? new Bus(inSlots.stableFrom(), inSlots.repetitions())
        : Bus.RIGHT;
  }

  /** What each property of the protocol says of it, in the protocol's order. */
  public Map<Property, Outcome> judge() {
    History history = history();
    Map<Property, Outcome> outcomes = new LinkedHashMap<>();
    for (Property property : schedule.setting().protocol().properties()) {
      outcomes.put(property, judge(property, history));
    }
    return outcomes;
  }

  private Outcome judge(Property property, History history) {
    return property.countsSlots() && schedule instanceof AsyncSchedule
        ? Outcome.notJudged("it counts slots, and there are none")
        : property.check(history);
  }

  /** Whether it breaks the property of that id. */
  public boolean breaks(String propertyId) {
    return schedule.setting().protocol().properties().stream()
        .filter(property -> property.id().equals(propertyId))
        .anyMatch(property -> !judge(property, history()).holds());
  }

  /** The ids of the properties that it breaks. */
  public List<String> broken() {
    return judge().entrySet().stream()
        .filter(e -> !e.getValue().holds())
        .map(e -> e.getKey().id())
        .toList();
  }
}
