package org.deltabed.protocol.properties;

import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.ValueOrder;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.NamedProperty;
import org.deltabed.protocol.history.Occurrence;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;

/**
 * Properties of regular and uniform reliable broadcast; source: distributed-algorithms-notes,
 * Reliable Broadcast. They need δ because they promise that something arrives. {@code cycles}: how
 * many after the last of all broadcasts and crashes everything owed has happened.
 */
public final class ReliableBroadcastProperties {
  private ReliableBroadcastProperties() {}

  /** What regular reliable broadcast owes. */
  public static List<Property> regular(String instance, int cycles) {
    return withBasics(instance, cycles, agreement(instance, cycles));
  }

  /** What uniform reliable broadcast owes. */
  public static List<Property> uniform(String instance, int cycles) {
    return withBasics(instance, cycles, uniformAgreement(instance, cycles));
  }

  private static List<Property> withBasics(String instance, int cycles, Property agreement) {
    return List.of(
        BroadcastProperties.validity(instance, cycles),
        BroadcastProperties.noDuplication(instance),
        BroadcastProperties.noCreation(instance),
        agreement);
  }

  public static Property agreement(String instance, int cycles) {
    return new NamedProperty(
        "agreement",
        instance,
        "For any message m, if any correct process delivers m, then every correct process delivers"
            + " m",
        true,
        true,
        history -> checkAgreement(history, instance, cycles, history::isCorrect));
  }

  public static Property uniformAgreement(String instance, int cycles) {
    return new NamedProperty(
        "uniform agreement",
        instance,
        "For any message m, if any process delivers m, then every correct process delivers m",
        true,
        true,
        history -> checkAgreement(history, instance, cycles, process -> true));
  }

  private static Outcome checkAgreement(
      History history, String instance, int cycles, IntPredicate counts) {
    List<Occurrence> delivered = BroadcastProperties.delivered(history, instance);
    TreeMap<Data, ProcessSet> deliverers = new TreeMap<>(ValueOrder.ORDER);
    for (Occurrence delivery : delivered) {
      deliverers.merge(
          BroadcastProperties.message(delivery),
          ProcessSet.of(delivery.process()),
          ProcessSet::union);
    }
    long due = BroadcastProperties.due(history, instance, cycles);
    String tooShort = null;
    for (Occurrence delivery : delivered) {
      ProcessSet missing =
          history.correct().minus(deliverers.get(BroadcastProperties.message(delivery)));
      if (!counts.test(delivery.process()) || missing.isEmpty()) {
        continue;
      }
      String crashed = history.isCorrect(delivery.process()) ? "" : " (and crashed)";
      String what = delivery + crashed + ", but p" + missing.first();
      if (history.lastedThrough(due)) {
        return Outcome.broken(
            delivered.size(), what + " is correct and never delivered it", delivery);
      }
      tooShort = what + " may until slot " + due + ", and the run ended after " + history.slots();
    }
    return tooShort != null
        ? Outcome.notJudged(tooShort)
        : Outcome.held(
            delivered.size(),
            deliverers.size() + " messages, each at all correct processes or at none");
  }
}
