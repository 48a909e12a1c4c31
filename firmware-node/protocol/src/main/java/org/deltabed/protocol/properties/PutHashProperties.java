package org.deltabed.protocol.properties;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.NewView;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.NamedProperty;
import org.deltabed.protocol.history.Occurrence;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;
import org.deltabed.protocol.properties.PutHashOperations.Done;
import org.deltabed.protocol.replication.backup.Roles;
import org.deltabed.protocol.replication.backup.Servers;

/**
 * Properties of PutHash; source: primary-backup-puthash, "at-most-once RPC". An ideal hash tells
 * which operations took effect before the one that returns it.
 */
public final class PutHashProperties {
  private PutHashProperties() {}

  /**
   * What PutHash owes.
   *
   * @param cycles how many after the last operation and the last crash results are due
   */
  public static List<Property> of(String instance, int cycles) {
    return List.of(
        atMostOnce(instance),
        noCreation(instance),
        oneOrder(instance),
        linearizability(instance),
        liveness(instance, cycles));
  }

  public static Property atMostOnce(String instance) {
    return new NamedProperty(
        "at-most-once",
        instance,
        "No operation takes effect more than once, and none takes effect before itself",
        false,
        false,
        history -> checkAtMostOnce(PutHashOperations.of(history, instance)));
  }

  public static Property noCreation(String instance) {
    return new NamedProperty(
        "no creation",
        instance,
        "Only operations that were requested take effect",
        false,
        false,
        history -> checkNoCreation(PutHashOperations.of(history, instance)));
  }

  public static Property oneOrder(String instance) {
    return new NamedProperty(
        "one order",
        instance,
        "The operations on a key that return are in one order, in which each returns the hash of"
            + " all that took effect before it",
        false,
        false,
        history -> checkOneOrder(PutHashOperations.of(history, instance)));
  }

  public static Property linearizability(String instance) {
    return NamedProperty.ofOperations(
        "linearizability",
        instance,
        "An operation takes effect between its request and its return",
        false,
        history -> checkLinearizability(PutHashOperations.of(history, instance)));
  }

  public static Property liveness(String instance, int cycles) {
    return new NamedProperty(
        "liveness",
        instance,
        "If neither the view server nor a server crashes, every operation of a correct client"
            + " returns",
        true,
        true,
        history -> checkReturns(history, instance, cycles, nobodyNeededCrashed(history)));
  }

  /** Judged at the view service, whose views say who is needed. */
  public static Property livenessDespiteCrashes(String instance, String views, int cycles) {
    return new NamedProperty(
        "liveness despite crashes",
        views,
        "If the view server is correct, and the primary of its last view, or in the first view its"
            + " backup, every operation of a correct client returns",
        true,
        true,
        List.of(instance, views),
        history -> checkReturns(history, instance, cycles, mayGoOn(history, views)));
  }

  private static boolean nobodyNeededCrashed(History history) {
    ProcessSet needed = Roles.servers(history.n()).with(Roles.VIEW_SERVER);
    return needed.intersect(history.crashed()).isEmpty();
  }

  private static boolean mayGoOn(History history, String views) {
    Servers last =
        history
            .of(views, Direction.INDICATION, NewView.class)
            .filter(o -> o.process() == Roles.VIEW_SERVER)
            .map(o -> (Servers) ((NewView) o.event()).view())
            .max(Comparator.comparingInt(Servers::number))
            .orElse(Roles.firstView(history.n()));
    boolean backupFollows =
        last.number() == 1 && last.backup() != 0 && history.isCorrect(last.backup());
    return history.isCorrect(Roles.VIEW_SERVER)
        && last.primary() != 0
        && (history.isCorrect(last.primary()) || backupFollows);
  }

  private static Outcome checkAtMostOnce(PutHashOperations all) {
    for (Done done : all.returned()) {
      for (Value effect : done.before()) {
        int times = Collections.frequency(done.before(), effect);
        long requested = all.requested(done.key(), effect);
        long most = effect.equals(done.value()) ? requested - 1 : requested;
        if (requested > 0 && times > most) {
          String how = most == 0 ? "before itself" : times + " times";
          return Outcome.broken(
              all.returned().size(),
              done.end() + ", in which PutHash of " + effect + " has taken effect " + how,
              done.end());
        }
      }
    }
    return Outcome.held(all.returned().size(), all.returned().size() + " results looked into");
  }

  private static Outcome checkNoCreation(PutHashOperations all) {
    for (Done done : all.returned()) {
      for (Value effect : done.before()) {
        if (all.requested(done.key(), effect) == 0) {
          return Outcome.broken(
              all.returned().size(),
              done.end() + ", but nobody requested PutHash of " + effect,
              done.end());
        }
      }
    }
    return Outcome.held(all.returned().size(), all.returned().size() + " results looked into");
  }

  /** Of two results of a key, the longer begins with the shorter and with what was put there. */
  private static Outcome checkOneOrder(PutHashOperations all) {
    long checked = 0;
    for (Done one : all.returned()) {
      for (Done other : all.returned()) {
        if (one.equals(other) || !one.key().equals(other.key()) || isLonger(one, other)) {
          continue;
        }
        checked++;
        List<Value> after = new ArrayList<>(one.before());
        after.add(one.value());
        boolean begins =
            other.before().size() >= after.size()
                && other.before().subList(0, after.size()).equals(after);
        if (!begins) {
          return Outcome.broken(
              checked,
              one.end() + " and " + other.end() + ": neither of them follows on the other",
              one.end(),
              other.end());
        }
      }
    }
    return Outcome.held(checked, checked + " pairs of results compared");
  }

  private static boolean isLonger(Done one, Done other) {
    return one.before().size() > other.before().size();
  }

  /** What had returned before the request took effect before it; the rest is one order's. */
  private static Outcome checkLinearizability(PutHashOperations all) {
    long checked = 0;
    for (Done first : all.returned()) {
      for (Done later : all.returned()) {
        if (!first.key().equals(later.key()) || first.end().slot() >= later.begin().slot()) {
          continue;
        }
        checked++;
        if (first.before().size() >= later.before().size()) {
          return Outcome.broken(
              checked,
              first.end() + ", before " + later.begin() + ", but " + later.end(),
              first.end(),
              later.begin(),
              later.end());
        }
      }
    }
    Outcome order = checkOneOrder(all);
    return order.holds()
        ? Outcome.held(checked, checked + " operations followed on one another")
        : order;
  }

  private static Outcome checkReturns(
      History history, String instance, long cycles, boolean isOwed) {
    if (!isOwed) {
      return Outcome.held(0, "who is needed has crashed");
    }
    PutHashOperations all = PutHashOperations.of(history, instance);
    long last = all.requests().stream().mapToLong(Occurrence::slot).max().orElse(0);
    long due = Math.max(last, history.lastCrashSlot()) + cycles * history.n();
    for (Occurrence request : all.open()) {
      if (history.isCorrect(request.process())) {
        String why = request + " has not returned";
        return history.lastedThrough(due)
            ? Outcome.broken(all.requests().size(), why + " by slot " + due, request)
            : Outcome.notJudged(why + ", and may until slot " + due);
      }
    }
    return Outcome.held(all.requests().size(), all.returned().size() + " operations returned");
  }
}
