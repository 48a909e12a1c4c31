package org.deltabed.protocol.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.NewView;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.View;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.NamedProperty;
import org.deltabed.protocol.history.Occurrence;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;

/**
 * Properties of group membership, which view synchrony owes too; source:
 * distributed-algorithms-notes, Group Membership. All processes begin in V(0, S), which nobody
 * indicates. They rest on P: those that compare views on its accuracy, completeness on its
 * completeness.
 */
public final class MembershipProperties {
  private MembershipProperties() {}

  /**
   * What group membership owes.
   *
   * @param cycles how many after the last crash a view without those who crashed is due
   */
  public static List<Property> of(String instance, int cycles) {
    return List.of(
        localMonotonicity(instance),
        agreement(instance),
        completeness(instance, cycles),
        accuracy(instance));
  }

  public static Property localMonotonicity(String instance) {
    return new NamedProperty(
        "local monotonicity",
        instance,
        "If a process installs a view V(j, M) after installing view V(k, N), then j > k and M ⊆ N",
        true,
        false,
        history -> checkMonotonicity(history, instance));
  }

  public static Property agreement(String instance) {
    return new NamedProperty(
        "agreement",
        instance,
        "No two processes install views V(j, M) and V(j, M') such that M != M'",
        true,
        false,
        history -> checkAgreement(history, instance));
  }

  public static Property completeness(String instance, int cycles) {
    return new NamedProperty(
        "completeness",
        instance,
        "If a process p crashes, then there is an integer j such that every correct process"
            + " eventually installs a view V(j, M) such that p is not in M",
        true,
        true,
        history -> checkCompleteness(history, instance, cycles));
  }

  public static Property accuracy(String instance) {
    return new NamedProperty(
        "accuracy",
        instance,
        "If some process installs a view V(i, M) and p is not in M, then p has crashed",
        true,
        false,
        history -> checkAccuracy(history, instance));
  }

  private static View view(Occurrence installation) {
    return (View) ((NewView) installation.event()).view();
  }

  static List<Occurrence> installations(History history, String instance) {
    return history.of(instance, Direction.INDICATION, NewView.class).toList();
  }

  private static Outcome checkMonotonicity(History history, String instance) {
    List<Occurrence> installations = installations(history, instance);
    TreeMap<Integer, View> current = new TreeMap<>();
    for (Occurrence installation : installations) {
      View next = view(installation);
      View before =
          Optional.ofNullable(current.put(installation.process(), next))
              .orElse(new View(0, history.processes()));
      if (next.id() <= before.id() || !next.members().isSubsetOf(before.members())) {
        return Outcome.broken(
            installations.size(), installation + " after " + before, installation);
      }
    }
    return Outcome.held(installations.size(), installations.size() + " views, each after its like");
  }

  private static Outcome checkAgreement(History history, String instance) {
    List<Occurrence> installations = installations(history, instance);
    TreeMap<Integer, Occurrence> first = new TreeMap<>();
    for (Occurrence installation : installations) {
      View view = view(installation);
      Occurrence before = first.putIfAbsent(view.id(), installation);
      if (before != null && !view(before).equals(view)) {
        return Outcome.broken(
            installations.size(), before + ", but " + installation, before, installation);
      }
    }
    return Outcome.held(
        installations.size(),
        installations.size() + " installations, of " + first.size() + " different views");
  }

  private static Outcome checkCompleteness(History history, String instance, long cycles) {
    List<Occurrence> installations = installations(history, instance);
    long due = history.lastCrashSlot() + cycles * history.n();
    long checked = 0;
    for (int p = history.crashed().first(); p != 0; p = history.crashed().next(p)) {
      ProcessSet behind = behind(history, installations, p);
      if (behind.isEmpty()) {
        checked++;
        continue;
      }
      String who = "p" + behind.first() + " is correct and did not install a view without p" + p;
      if (!history.lastedThrough(due)) {
        return Outcome.notJudged(
            who + ", but may until slot " + due + ", and the run ended after " + history.slots());
      }
      return Outcome.broken(
          checked + 1, who + ", which crashed; it was due by slot " + due, installations);
    }
    return Outcome.held(checked, checked + " crashes in the views of all correct processes");
  }

  /** The correct processes that lack the view which most of them have installed without p. */
  private static ProcessSet behind(History history, List<Occurrence> installations, int p) {
    TreeMap<Integer, ProcessSet> without = new TreeMap<>();
    for (Occurrence installation : installations) {
      if (!view(installation).members().contains(p)) {
        without.merge(
            view(installation).id(), ProcessSet.of(installation.process()), ProcessSet::union);
      }
    }
    ProcessSet behind = history.correct();
    for (ProcessSet installed : without.values()) {
      ProcessSet rest = history.correct().minus(installed);
      behind = rest.size() < behind.size() ? rest : behind;
    }
    return behind;
  }

  /** Against the evidence of the crash, and against signs of life in a later slot. */
  private static Outcome checkAccuracy(History history, String instance) {
    List<Occurrence> installations = installations(history, instance);
    for (Occurrence installation : installations) {
      ProcessSet out = history.processes().minus(view(installation).members());
      for (int p = out.first(); p != 0; p = out.next(p)) {
        List<Occurrence> life = new ArrayList<>(List.of(installation));
        String why = whyAlive(history, p, installation, life);
        if (why != null) {
          return Outcome.broken(installations.size(), installation + ", but " + why, life);
        }
      }
    }
    return Outcome.held(
        installations.size(),
        installations.size() + " views, out of which are only processes that crashed");
  }

  private static String whyAlive(
      History history, int p, Occurrence installation, List<Occurrence> evidence) {
    if (!history.crashed().contains(p)) {
      return "p" + p + " did not crash";
    }
    Long crashSlot = history.crashSlots().get(p);
    if (crashSlot != null && installation.slot() < crashSlot) {
      return "p" + p + " crashed in slot " + crashSlot;
    }
    Optional<Occurrence> life =
        history.occurrences().stream()
            .filter(o -> o.process() == p && o.slot() > installation.slot())
            .findFirst();
    life.ifPresent(evidence::add);
    return life.map(sign -> "later " + sign).orElse(null);
  }
}
