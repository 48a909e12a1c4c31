package org.deltabed.protocol.properties;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiPredicate;
import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.DeliveredAt;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.SentAt;
import org.deltabed.protocol.Stamped;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.Vector;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.NamedProperty;
import org.deltabed.protocol.history.Occurrence;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;

/**
 * Properties of logical clocks; source: dependable-systems-notes, 3.1.2 Lemma. Happens-before is
 * computed from the history, and compared with what the clocks said.
 */
public final class ClockProperties {
  private ClockProperties() {}

  /** What a Lamport clock owes. */
  public static List<Property> lamport(String instance) {
    return List.of(
        clockCondition(instance, "l", ClockProperties::lamportBefore), everyEventStamped(instance));
  }

  /** What a vector clock owes. */
  public static List<Property> vector(String instance) {
    return List.of(
        clockCondition(instance, "V", ClockProperties::vectorBefore),
        converse(instance),
        everyEventStamped(instance));
  }

  private static boolean lamportBefore(Value a, Value b) {
    return a instanceof Num(long la) && b instanceof Num(long lb) && la < lb;
  }

  private static boolean vectorBefore(Value a, Value b) {
    return a instanceof Vector va && b instanceof Vector vb && va.isBefore(vb);
  }

  private static Property clockCondition(
      String instance, String clock, BiPredicate<Value, Value> isBefore) {
    return new NamedProperty(
        "clock condition",
        instance,
        "e1 → e2 implies " + clock + "(e1) < " + clock + "(e2)",
        false,
        false,
        readBy(instance),
        history -> checkClockCondition(history, instance, isBefore));
  }

  private static Property converse(String instance) {
    return new NamedProperty(
        "converse clock condition",
        instance,
        "V(e1) < V(e2) implies e1 → e2",
        false,
        false,
        readBy(instance),
        history -> checkConverse(history, instance));
  }

  private static Property everyEventStamped(String instance) {
    return new NamedProperty(
        "every event is stamped",
        instance,
        "Every broadcast and every delivery has a time",
        false,
        false,
        readBy(instance),
        history -> checkStamped(history, instance));
  }

  /** Events are those of the clock's interface, and the messages are seen below it. */
  private static List<String> readBy(String instance) {
    return List.of(instance, instance + "/beb");
  }

  /** Both sides are transitive, so the direct causes are enough. */
  private static Outcome checkClockCondition(
      History history, String instance, BiPredicate<Value, Value> isBefore) {
    Causality causality = new Causality(history, instance);
    long checked = 0;
    for (int e = 0; e < causality.size(); e++) {
      for (int cause : causality.directlyBefore(e)) {
        checked++;
        if (!isBefore.test(causality.time(cause), causality.time(e))) {
          return Outcome.broken(
              checked,
              causality.event(cause)
                  + " happened before "
                  + causality.event(e)
                  + ", but "
                  + causality.time(cause)
                  + " is not before "
                  + causality.time(e),
              causality.event(cause),
              causality.event(e));
        }
      }
    }
    return Outcome.held(checked, checked + " causes of " + causality.size() + " events");
  }

  private static Outcome checkConverse(History history, String instance) {
    Causality causality = new Causality(history, instance);
    List<BitSet> before = causality.before();
    long checked = 0;
    for (int e = 0; e < causality.size(); e++) {
      for (int other = 0; other < causality.size(); other++) {
        if (!vectorBefore(causality.time(other), causality.time(e))) {
          continue;
        }
        checked++;
        if (!before.get(e).get(other)) {
          return Outcome.broken(
              checked,
              causality.event(other)
                  + " did not happen before "
                  + causality.event(e)
                  + ", but "
                  + causality.time(other)
                  + " is before "
                  + causality.time(e),
              causality.event(other),
              causality.event(e));
        }
      }
    }
    return Outcome.held(checked, checked + " pairs of events in the order of their times");
  }

  /** A process that crashed may have lost its last records. */
  private static Outcome checkStamped(History history, String instance) {
    long checked = 0;
    for (int p = history.processes().first(); p != 0; p = history.processes().next(p)) {
      int process = p;
      List<Value> sent = new ArrayList<>();
      List<Deliver> delivered = new ArrayList<>();
      List<Value> sentAt = new ArrayList<>();
      List<Deliver> deliveredAt = new ArrayList<>();
      for (Occurrence o : history.occurrences()) {
        if (o.process() != process) {
          continue;
        }
        boolean own = o.instance().equals(instance);
        switch (o.event()) {
          case Broadcast(var m) when own && o.direction() == Direction.REQUEST -> sent.add(m);
          case Deliver(int q, Stamped(var _, var m)) when o.instance().equals(instance + "/beb") ->
              delivered.add(new Deliver(q, m));
          case SentAt(var m, var _) when own -> sentAt.add(m);
          case DeliveredAt(int q, var m, var _) when own -> deliveredAt.add(new Deliver(q, m));
          default -> {}
        }
      }
      boolean correct = history.isCorrect(p);
      if (!isSame(sent, sentAt, correct) || !isSame(delivered, deliveredAt, correct)) {
        return Outcome.broken(
            checked + 1,
            "p"
                + p
                + " broadcast "
                + sent
                + " and delivered "
                + delivered
                + ", but stamped "
                + sentAt
                + " and "
                + deliveredAt);
      }
      checked += sentAt.size() + deliveredAt.size();
    }
    return Outcome.held(checked, checked + " events with a time");
  }

  private static <T> boolean isSame(List<T> happened, List<T> stamped, boolean correct) {
    return correct
        ? stamped.equals(happened)
        : stamped.size() <= happened.size() && stamped.equals(happened.subList(0, stamped.size()));
  }
}
