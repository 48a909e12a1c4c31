package org.deltabed.protocol.properties;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.NamedProperty;
import org.deltabed.protocol.history.Occurrence;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;

/**
 * Properties of Byzantine consistent and reliable broadcast; source: distributed-algorithms-notes,
 * Distributed Computing with Byzantine Failures. They speak of correct processes only: what others
 * deliver, and what they say that they broadcast, is nobody's promise. {@code cycles}: how many
 * after the last of what it follows from everything owed has happened.
 */
public final class ByzantineBroadcastProperties {
  private ByzantineBroadcastProperties() {}

  /** What Byzantine consistent broadcast owes. */
  public static List<Property> consistent(String instance, int cycles) {
    return List.of(
        BroadcastProperties.validity(instance, cycles),
        atMostOne(instance),
        integrity(instance),
        consistency(instance));
  }

  /** What Byzantine reliable broadcast owes. */
  public static List<Property> reliable(String instance, int cycles) {
    List<Property> all = new ArrayList<>(consistent(instance, cycles));
    all.add(totality(instance, cycles));
    return all;
  }

  /** What a broadcast of signed messages owes that everybody passes on. */
  public static List<Property> signed(String instance, int cycles) {
    return List.of(
        BroadcastProperties.validity(instance, cycles),
        noDuplication(instance),
        integrity(instance),
        ReliableBroadcastProperties.agreement(instance, cycles));
  }

  public static Property atMostOne(String instance) {
    return new NamedProperty(
        "no duplication",
        instance,
        "Every correct process delivers at most one message",
        false,
        false,
        history -> checkNoneTwice(history, instance, Occurrence::process));
  }

  /** The same where there are many messages. */
  public static Property noDuplication(String instance) {
    record Delivery(int process, Data message) {}
    return new NamedProperty(
        "no duplication",
        instance,
        "No correct process delivers a message of the same sender more than once",
        false,
        false,
        history ->
            checkNoneTwice(
                history, instance, o -> new Delivery(o.process(), BroadcastProperties.message(o))));
  }

  public static Property integrity(String instance) {
    return new NamedProperty(
        "integrity",
        instance,
        "If some correct process delivers a message m with sender p and process p is correct, then"
            + " m was previously broadcast by p",
        false,
        false,
        history -> checkIntegrity(history, instance));
  }

  public static Property consistency(String instance) {
    return new NamedProperty(
        "consistency",
        instance,
        "If some correct process delivers a message m and another correct process delivers a"
            + " message m', then m = m'",
        false,
        false,
        history -> checkConsistency(history, instance));
  }

  public static Property totality(String instance, int cycles) {
    return new NamedProperty(
        "totality",
        instance,
        "If some message is delivered by any correct process, every correct process eventually"
            + " delivers a message",
        true,
        true,
        history -> checkTotality(history, instance, cycles));
  }

  private static List<Occurrence> deliveredByCorrect(History history, String instance) {
    return BroadcastProperties.delivered(history, instance).stream()
        .filter(o -> history.isCorrect(o.process()))
        .toList();
  }

  private static Outcome checkNoneTwice(
      History history, String instance, Function<Occurrence, Object> what) {
    List<Occurrence> delivered = deliveredByCorrect(history, instance);
    Set<Object> seen = new LinkedHashSet<>();
    for (Occurrence delivery : delivered) {
      if (!seen.add(what.apply(delivery))) {
        return Outcome.broken(delivered.size(), delivery + ", the second time", delivery);
      }
    }
    return Outcome.held(delivered.size(), delivered.size() + " deliveries, none too many");
  }

  private static Outcome checkIntegrity(History history, String instance) {
    List<Occurrence> broadcasts = BroadcastProperties.broadcasts(history, instance);
    List<Occurrence> delivered =
        deliveredByCorrect(history, instance).stream()
            .filter(o -> history.isCorrect(BroadcastProperties.message(o).source()))
            .toList();
    for (Occurrence delivery : delivered) {
      Data data = BroadcastProperties.message(delivery);
      boolean wasBroadcast =
          broadcasts.stream()
              .filter(b -> b.process() == data.source() && b.slot() <= delivery.slot())
              .anyMatch(b -> ((Broadcast) b.event()).message().equals(data.message()));
      if (!wasBroadcast) {
        return Outcome.broken(
            delivered.size(),
            delivery + ", but p" + data.source() + " is correct and had not broadcast it",
            delivery);
      }
    }
    return Outcome.held(delivered.size(), delivered.size() + " deliveries from correct processes");
  }

  private static Outcome checkConsistency(History history, String instance) {
    List<Occurrence> delivered = deliveredByCorrect(history, instance);
    for (Occurrence delivery : delivered) {
      Occurrence first = delivered.getFirst();
      if (!BroadcastProperties.message(first).equals(BroadcastProperties.message(delivery))) {
        return Outcome.broken(delivered.size(), first + ", but " + delivery, first, delivery);
      }
    }
    return Outcome.held(delivered.size(), delivered.size() + " deliveries, all of one message");
  }

  private static Outcome checkTotality(History history, String instance, int cycles) {
    List<Occurrence> delivered = deliveredByCorrect(history, instance);
    ProcessSet missing = history.correct();
    for (Occurrence delivery : delivered) {
      missing = missing.without(delivery.process());
    }
    if (delivered.isEmpty() || missing.isEmpty()) {
      return Outcome.held(delivered.size(), "delivered by all correct processes or by none");
    }
    Occurrence first = delivered.getFirst();
    String what = first + ", but p" + missing.first();
    long due =
        Math.max(
            BroadcastProperties.due(history, instance, cycles),
            first.slot() + (long) cycles * history.n());
    return history.lastedThrough(due)
        ? Outcome.broken(
            delivered.size(), what + " is correct and never delivered a message", first)
        : Outcome.notJudged(
            what + " may until slot " + due + ", and the run ended after " + history.slots());
  }
}
