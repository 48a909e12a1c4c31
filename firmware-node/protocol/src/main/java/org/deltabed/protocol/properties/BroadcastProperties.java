package org.deltabed.protocol.properties;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongBiFunction;
import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.NamedProperty;
import org.deltabed.protocol.history.Occurrence;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;

/**
 * Properties of best-effort broadcast; source: distributed-algorithms-notes, Best-Effort Broadcast.
 * Messages are not unique, so they are counted: a process may deliver m as often as it was
 * broadcast.
 */
public final class BroadcastProperties {
  private BroadcastProperties() {}

  /** What best-effort broadcast owes. */
  public static List<Property> bestEffort(String instance) {
    return List.of(validity(instance), noDuplication(instance), noCreation(instance));
  }

  /** A frame goes out within a cycle; a message that is not delivered after two will not be. */
  public static Property validity(String instance) {
    return validity(instance, (history, broadcast) -> broadcast.slot() + 2L * history.n());
  }

  /** The same, due so many cycles after the last of all broadcasts and crashes. */
  public static Property validity(String instance, int cycles) {
    return validity(instance, (history, _) -> due(history, instance, cycles));
  }

  private static Property validity(
      String instance, ToLongBiFunction<History, Occurrence> dueOfBroadcast) {
    return new NamedProperty(
        "validity",
        instance,
        "If pi and pj are correct, then every message broadcast by pi is eventually delivered by"
            + " pj",
        true,
        true,
        history -> checkValidity(history, instance, dueOfBroadcast));
  }

  /** The last slot for what is owed so many cycles after the last of all broadcasts and crashes. */
  static long due(History history, String instance, int cycles) {
    long last = history.lastCrashSlot();
    for (Occurrence broadcast : broadcasts(history, instance)) {
      last = Math.max(last, broadcast.slot());
    }
    return last + (long) cycles * history.n();
  }

  public static Property noDuplication(String instance) {
    return new NamedProperty(
        "no duplication",
        instance,
        "No message is delivered more than once",
        false,
        false,
        history -> checkNoDuplication(history, instance));
  }

  public static Property noCreation(String instance) {
    return new NamedProperty(
        "no creation",
        instance,
        "No message is delivered unless it was broadcast",
        false,
        false,
        history -> checkNoCreation(history, instance));
  }

  /** A message of that sender at that process; the sender's broadcasts have process = sender. */
  private record Message(int sender, Value message, int process) {}

  private static Outcome checkValidity(
      History history, String instance, ToLongBiFunction<History, Occurrence> dueOfBroadcast) {
    Map<Message, Long> deliveries = deliveries(history, instance);
    Map<Message, Long> owed = new LinkedHashMap<>();
    long checked = 0;
    String tooShort = null;
    for (Occurrence broadcast : broadcasts(history, instance)) {
      int sender = broadcast.process();
      Value message = ((Broadcast) broadcast.event()).message();
      for (int q = history.correct().first();
          q != 0 && history.isCorrect(sender);
          q = history.correct().next(q)) {
        Message key = new Message(sender, message, q);
        if (deliveries.getOrDefault(key, 0L) >= owed.merge(key, 1L, Long::sum)) {
          checked++;
        } else if (history.lastedThrough(dueOfBroadcast.applyAsLong(history, broadcast))) {
          return Outcome.broken(
              checked + 1, broadcast + ", but p" + q + " never delivered it", broadcast);
        } else {
          tooShort =
              broadcast
                  + " is not delivered at p"
                  + q
                  + ", and the run ended after "
                  + history.slots()
                  + " slots";
        }
      }
    }
    return tooShort != null
        ? Outcome.notJudged(tooShort)
        : Outcome.held(checked, checked + " deliveries between correct processes");
  }

  private static Outcome checkNoDuplication(History history, String instance) {
    Map<Message, Long> sent = sent(history, instance);
    Map<Message, Long> seen = new LinkedHashMap<>();
    List<Occurrence> delivered = delivered(history, instance);
    for (Occurrence delivery : delivered) {
      Deliver event = (Deliver) delivery.event();
      long times =
          seen.merge(
              new Message(event.sender(), event.message(), delivery.process()), 1L, Long::sum);
      long broadcasts =
          sent.getOrDefault(new Message(event.sender(), event.message(), event.sender()), 1L);
      if (times > broadcasts) {
        return Outcome.broken(
            delivered.size(),
            delivery
                + " for the "
                + times
                + ". time, but it was broadcast "
                + broadcasts
                + " times",
            delivery);
      }
    }
    return Outcome.held(delivered.size(), delivered.size() + " deliveries, none too many");
  }

  private static Outcome checkNoCreation(History history, String instance) {
    Map<Message, Long> firstSlots = new LinkedHashMap<>();
    for (Occurrence o : broadcasts(history, instance)) {
      Message own = new Message(o.process(), ((Broadcast) o.event()).message(), o.process());
      firstSlots.merge(own, o.slot(), Math::min);
    }
    List<Occurrence> delivered = delivered(history, instance);
    for (Occurrence delivery : delivered) {
      Deliver event = (Deliver) delivery.event();
      Long first = firstSlots.get(new Message(event.sender(), event.message(), event.sender()));
      if (first == null || first > delivery.slot()) {
        String when = first == null ? "never broadcast it" : "broadcast it only in slot " + first;
        return Outcome.broken(
            delivered.size(), delivery + ", but p" + event.sender() + " " + when, delivery);
      }
    }
    return Outcome.held(
        delivered.size(), delivered.size() + " deliveries of messages that were broadcast");
  }

  private static Map<Message, Long> sent(History history, String instance) {
    Map<Message, Long> counts = new LinkedHashMap<>();
    for (Occurrence o : broadcasts(history, instance)) {
      counts.merge(
          new Message(o.process(), ((Broadcast) o.event()).message(), o.process()), 1L, Long::sum);
    }
    return counts;
  }

  private static Map<Message, Long> deliveries(History history, String instance) {
    Map<Message, Long> counts = new LinkedHashMap<>();
    for (Occurrence o : delivered(history, instance)) {
      Deliver event = (Deliver) o.event();
      counts.merge(new Message(event.sender(), event.message(), o.process()), 1L, Long::sum);
    }
    return counts;
  }

  /** What was delivered, and of whom. */
  static Data message(Occurrence delivery) {
    Deliver event = (Deliver) delivery.event();
    return new Data(event.sender(), event.message());
  }

  static List<Occurrence> broadcasts(History history, String instance) {
    return history.of(instance, Direction.REQUEST, Broadcast.class).toList();
  }

  static List<Occurrence> delivered(History history, String instance) {
    return history.of(instance, Direction.INDICATION, Deliver.class).toList();
  }
}
