package org.deltabed.protocol.properties;

import java.util.List;
import java.util.TreeMap;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Leader;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.NamedProperty;
import org.deltabed.protocol.history.Occurrence;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;

/**
 * Properties of leader election; source: dependable-systems-notes, 3.4 Abstracting Time. Everybody
 * begins with p1 as its leader, whether a history tells of that first election or not.
 */
public final class LeaderProperties {
  private static final int FIRST = 1;

  private LeaderProperties() {}

  /**
   * What leader election from P owes.
   *
   * @param cycles in how many cycles a crash is detected
   */
  public static List<Property> withAccuracy(String instance, int cycles) {
    return List.of(eventualLeadership(instance, cycles), accuracy(instance));
  }

  /** What the eventual leader owes. */
  public static List<Property> eventual(String instance, int cycles) {
    return List.of(eventualLeadership(instance, cycles));
  }

  public static Property eventualLeadership(String instance, int cycles) {
    return new NamedProperty(
        "eventual leadership",
        instance,
        "Eventually, some process l is elected leader by every correct process",
        true,
        true,
        history -> checkLeadership(history, instance, cycles));
  }

  public static Property accuracy(String instance) {
    return new NamedProperty(
        "accuracy",
        instance,
        "If a process is elected leader then all previously elected leaders have crashed",
        true,
        false,
        history -> checkAccuracy(history, instance));
  }

  /** The leaders that the correct ones have in the end are one, and it is correct. */
  private static Outcome checkLeadership(History history, String instance, int cycles) {
    TreeMap<Integer, Integer> leaders = new TreeMap<>();
    history.correct().forEach(p -> leaders.put(p, FIRST));
    long lastElection = 0;
    for (Occurrence o : elections(history, instance)) {
      leaders.replace(o.process(), ((Leader) o.event()).process());
      lastElection = Math.max(lastElection, o.slot());
    }
    for (var entry : leaders.entrySet()) {
      int leader = entry.getValue();
      boolean same = leader == leaders.firstEntry().getValue();
      if (same && history.isCorrect(leader)) {
        continue;
      }
      String who =
          "p"
              + entry.getKey()
              + " has leader p"
              + leader
              + (same
                  ? ", which is not correct"
                  : ", and p" + leaders.firstKey() + " has p" + leaders.firstEntry().getValue());
      long due =
          Math.max(history.lastCrashSlot(), history.stableFrom()) + (long) cycles * history.n();
      return history.lastedThrough(due)
          ? Outcome.broken(leaders.size(), who + "; it was due by slot " + due)
          : Outcome.notJudged(who + ", but may until slot " + due);
    }
    return Outcome.held(
        leaders.size(), "every correct process has the same correct leader in the end");
  }

  private static Outcome checkAccuracy(History history, String instance) {
    TreeMap<Integer, Integer> leaders = new TreeMap<>();
    history.processes().forEach(p -> leaders.put(p, FIRST));
    long checked = 0;
    for (Occurrence o : elections(history, instance)) {
      int before = leaders.put(o.process(), ((Leader) o.event()).process());
      if (before == ((Leader) o.event()).process()) {
        continue;
      }
      checked++;
      Long crashSlot = history.crashSlots().get(before);
      if (!history.crashed().contains(before) || (crashSlot != null && crashSlot > o.slot())) {
        return Outcome.broken(checked, o + ", but p" + before + ", its leader before, lives", o);
      }
    }
    return Outcome.held(checked, checked + " elections, each after the leader before had crashed");
  }

  private static List<Occurrence> elections(History history, String instance) {
    return history.of(instance, Direction.INDICATION, Leader.class).toList();
  }
}
