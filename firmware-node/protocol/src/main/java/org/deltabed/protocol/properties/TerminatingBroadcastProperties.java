package org.deltabed.protocol.properties;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.SenderFailed;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.NamedProperty;
import org.deltabed.protocol.history.Occurrence;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;

/**
 * Properties of terminating reliable broadcast; source: distributed-algorithms-notes, Terminating
 * Reliable Broadcast. Its liveness is judged four cycles after src broadcast and the last crash:
 * one for the message, one to hear of a crash, two for consensus.
 */
public final class TerminatingBroadcastProperties {
  private static final long DUE_CYCLES = 4;

  private TerminatingBroadcastProperties() {}

  /** What terminating reliable broadcast owes, with that sender. */
  public static List<Property> regular(String instance, int src) {
    return List.of(
        integrity(instance, src),
        validity(instance, src),
        agreement(instance, src),
        termination(instance, src));
  }

  /** The same over uniform consensus. */
  public static List<Property> uniform(String instance, int src) {
    return List.of(
        integrity(instance, src),
        validity(instance, src),
        uniformAgreement(instance, src),
        termination(instance, src));
  }

  public static Property integrity(String instance, int src) {
    return new NamedProperty(
        "integrity",
        instance,
        "If a process delivers a message m, then either m is f or m was broadcast by src",
        false,
        false,
        history -> checkIntegrity(history, instance, src));
  }

  public static Property validity(String instance, int src) {
    return new NamedProperty(
        "validity",
        instance,
        "If the sender src is correct and broadcasts a message m, then src eventually delivers m",
        true,
        true,
        history -> checkValidity(history, instance, src));
  }

  public static Property agreement(String instance, int src) {
    return new NamedProperty(
        "agreement",
        instance,
        "For any message m, if a correct process delivers m, then every correct process delivers m",
        true,
        true,
        history -> checkAgreement(history, instance, src, history::isCorrect));
  }

  public static Property uniformAgreement(String instance, int src) {
    return new NamedProperty(
        "uniform agreement",
        instance,
        "For any message m, if any process delivers m, then every correct process delivers m",
        true,
        true,
        history -> checkAgreement(history, instance, src, process -> true));
  }

  public static Property termination(String instance, int src) {
    return new NamedProperty(
        "termination",
        instance,
        "Every correct process eventually delivers exactly one message",
        true,
        true,
        history -> checkTermination(history, instance, src));
  }

  private static Outcome checkIntegrity(History history, String instance, int src) {
    List<Occurrence> deliveries = deliveries(history, instance);
    for (Occurrence delivery : deliveries) {
      Value message = ((Deliver) delivery.event()).message();
      if (!message.equals(new SenderFailed())
          && broadcasts(history, instance, src).stream()
              .filter(o -> o.slot() <= delivery.slot())
              .noneMatch(o -> o.event().equals(new Broadcast(message)))) {
        return Outcome.broken(
            deliveries.size(), delivery + ", but p" + src + " never broadcast it", delivery);
      }
    }
    return Outcome.held(deliveries.size(), deliveries.size() + " deliveries of f or of p" + src);
  }

  private static Outcome checkValidity(History history, String instance, int src) {
    List<Occurrence> broadcasts = broadcasts(history, instance, src);
    if (!history.isCorrect(src) || broadcasts.isEmpty()) {
      return Outcome.held(0, "p" + src + " crashed or broadcast nothing");
    }
    Occurrence broadcast = broadcasts.getFirst();
    return delivers(history, instance, src, ((Broadcast) broadcast.event()).message())
        ? Outcome.held(1, "p" + src + " delivered what it broadcast")
        : missing(history, instance, src, 1, "p" + src + " never delivered " + broadcast);
  }

  private static Outcome checkAgreement(
      History history, String instance, int src, IntPredicate counts) {
    List<Occurrence> deliveries =
        deliveries(history, instance).stream().filter(o -> counts.test(o.process())).toList();
    for (Occurrence delivery : deliveries) {
      Value message = ((Deliver) delivery.event()).message();
      for (int q = history.correct().first(); q != 0; q = history.correct().next(q)) {
        if (!delivers(history, instance, q, message)) {
          return missing(
              history,
              instance,
              src,
              deliveries.size(),
              delivery + ", but p" + q + " is correct and did not deliver it",
              delivery);
        }
      }
    }
    return Outcome.held(deliveries.size(), deliveries.size() + " deliveries, by all correct ones");
  }

  private static Outcome checkTermination(History history, String instance, int src) {
    for (int q = history.correct().first(); q != 0; q = history.correct().next(q)) {
      int process = q;
      List<Occurrence> own =
          deliveries(history, instance).stream().filter(o -> o.process() == process).toList();
      if (own.size() > 1) {
        return Outcome.broken(
            history.correct().size(), own.getFirst() + ", and again " + own.get(1), own);
      }
      if (own.isEmpty()) {
        return missing(
            history,
            instance,
            src,
            history.correct().size(),
            "p" + q + " is correct and has delivered nothing");
      }
    }
    return Outcome.held(history.correct().size(), "every correct process delivered one message");
  }

  /** A message that was not delivered: broken if it was due. */
  private static Outcome missing(
      History history, String instance, int src, long checked, String what, Occurrence... by) {
    OptionalLong due = due(history, instance, src);
    if (due.isEmpty()) {
      return Outcome.notJudged("p" + src + " is correct and broadcast nothing");
    }
    if (!history.lastedThrough(due.getAsLong())) {
      return Outcome.notJudged(
          what
              + ", but may until slot "
              + due.getAsLong()
              + ", and the run ended after "
              + history.slots()
              + " slots");
    }
    return Outcome.broken(checked, what + " by slot " + due.getAsLong(), by);
  }

  /** Nothing is owed while src lives and is silent. */
  private static OptionalLong due(History history, String instance, int src) {
    List<Occurrence> broadcasts = broadcasts(history, instance, src);
    if (broadcasts.isEmpty() && history.isCorrect(src)) {
      return OptionalLong.empty();
    }
    long asked = broadcasts.isEmpty() ? 0 : broadcasts.getFirst().slot();
    return OptionalLong.of(Math.max(asked, history.lastCrashSlot()) + DUE_CYCLES * history.n());
  }

  private static boolean delivers(History history, String instance, int process, Value message) {
    return deliveries(history, instance).stream()
        .filter(o -> o.process() == process)
        .anyMatch(o -> ((Deliver) o.event()).message().equals(message));
  }

  private static List<Occurrence> broadcasts(History history, String instance, int src) {
    return history
        .of(instance, Direction.REQUEST, Broadcast.class)
        .filter(o -> o.process() == src)
        .toList();
  }

  private static List<Occurrence> deliveries(History history, String instance) {
    return history.of(instance, Direction.INDICATION, Deliver.class).toList();
  }
}
