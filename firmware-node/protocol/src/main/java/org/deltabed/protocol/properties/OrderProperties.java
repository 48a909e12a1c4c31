package org.deltabed.protocol.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.ValueOrder;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.NamedProperty;
import org.deltabed.protocol.history.Occurrence;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;

/**
 * FIFO order and causal order; sources: dependable-systems-notes, 7.7.1, and
 * distributed-algorithms-notes, Causality. Safety, of every process, also one that crashes.
 *
 * <p>m1 precedes m2 directly if m2's sender had broadcast or delivered m1 when it broadcast m2. To
 * check the direct predecessors of every delivery is to check all: the predecessors of m1 are
 * checked where m1 is delivered.
 */
public final class OrderProperties {
  private OrderProperties() {}

  public static Property fifoOrder(String instance) {
    return new NamedProperty(
        "FIFO order",
        instance,
        "If a process broadcasts m1 and subsequently broadcasts m2, then no process delivers m2"
            + " unless it has also delivered m1 before",
        false,
        false,
        history -> check(history, instance, (m1, m2) -> m1.source() == m2.source()));
  }

  public static Property causalOrder(String instance) {
    return causalOrder(instance, false);
  }

  /** The same where a message is forgotten once all whom P does not suspect have it. */
  public static Property causalOrderThatRestsOnP(String instance) {
    return causalOrder(instance, true);
  }

  private static Property causalOrder(String instance, boolean needsDelta) {
    return new NamedProperty(
        "causal order",
        instance,
        "If m1 causally precedes m2, then no process delivers m2 unless it has also delivered m1"
            + " before",
        needsDelta,
        false,
        history -> check(history, instance, (m1, m2) -> true));
  }

  private static Outcome check(History history, String instance, BiPredicate<Data, Data> orders) {
    Map<Data, List<Data>> before = directPredecessors(history, instance);
    Map<Integer, Set<Data>> delivered = new TreeMap<>();
    long checked = 0;
    for (Occurrence delivery : BroadcastProperties.delivered(history, instance)) {
      Data m2 = BroadcastProperties.message(delivery);
      Set<Data> own = known(delivered, delivery.process());
      for (Data m1 : before.getOrDefault(m2, List.of())) {
        if (orders.test(m1, m2)) {
          checked++;
          if (!own.contains(m1)) {
            return Outcome.broken(
                checked, delivery + ", and not before it " + m1 + ", which precedes it", delivery);
          }
        }
      }
      own.add(m2);
    }
    return Outcome.held(checked, checked + " times one message after another that precedes it");
  }

  /** For each message what its sender had broadcast or delivered when it broadcast it. */
  private static Map<Data, List<Data>> directPredecessors(History history, String instance) {
    TreeMap<Data, List<Data>> before = new TreeMap<>(ValueOrder.ORDER);
    Map<Integer, Set<Data>> known = new TreeMap<>();
    for (Occurrence o : history.occurrences()) {
      if (!o.instance().equals(instance)) {
        continue;
      }
      Set<Data> own = known(known, o.process());
      if (o.direction() == Direction.REQUEST && o.event() instanceof Broadcast(var m)) {
        Data broadcast = new Data(o.process(), m);
        before.putIfAbsent(broadcast, new ArrayList<>(own));
        own.add(broadcast);
      } else if (o.direction() == Direction.INDICATION && o.event() instanceof Deliver) {
        own.add(BroadcastProperties.message(o));
      }
    }
    return before;
  }

  private static Set<Data> known(Map<Integer, Set<Data>> byProcess, int process) {
    return byProcess.computeIfAbsent(process, _ -> new TreeSet<>(ValueOrder.ORDER));
  }
}
