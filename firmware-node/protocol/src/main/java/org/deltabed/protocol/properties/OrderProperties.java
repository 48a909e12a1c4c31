package org.deltabed.protocol.properties;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Direction;
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
 * checked where m1 is delivered. Messages are not unique, so they are counted.
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

  /** The so many'th of equal messages of one process: they are told apart by their number. */
  private record Message(Data data, long time) {
    @Override
    public String toString() {
      return time == 1 ? data.toString() : data + " for the " + time + ". time";
    }
  }

  /**
   * What one process has broadcast and delivered of an instance. Equal messages cannot be told
   * apart where they are delivered, so the k-th delivery is that of the k-th broadcast.
   */
  private static final class Known {
    private final Set<Message> messages = new LinkedHashSet<>();
    private final Map<Data, Long> broadcasts = new LinkedHashMap<>();
    private final Map<Data, Long> deliveries = new LinkedHashMap<>();

    Message broadcast(Data data) {
      Message message = new Message(data, broadcasts.merge(data, 1L, Long::sum));
      messages.add(message);
      return message;
    }

    /** The message, which is not counted among those that are known yet. */
    Message delivery(Data data) {
      return new Message(data, deliveries.merge(data, 1L, Long::sum));
    }
  }

  private static Outcome check(History history, String instance, BiPredicate<Data, Data> orders) {
    Map<Message, List<Message>> before = directPredecessors(history, instance);
    Map<Integer, Known> delivered = new TreeMap<>();
    long checked = 0;
    for (Occurrence delivery : BroadcastProperties.delivered(history, instance)) {
      Known own = known(delivered, delivery.process());
      Message m2 = own.delivery(BroadcastProperties.message(delivery));
      for (Message m1 : before.getOrDefault(m2, List.of())) {
        if (orders.test(m1.data(), m2.data())) {
          checked++;
          if (!own.messages.contains(m1)) {
            return Outcome.broken(
                checked, delivery + ", and not before it " + m1 + ", which precedes it", delivery);
          }
        }
      }
      own.messages.add(m2);
    }
    return Outcome.held(checked, checked + " times one message after another that precedes it");
  }

  /** For each message what its sender had broadcast or delivered when it broadcast it. */
  private static Map<Message, List<Message>> directPredecessors(History history, String instance) {
    Map<Message, List<Message>> before = new LinkedHashMap<>();
    Map<Integer, Known> known = new TreeMap<>();
    for (Occurrence o : history.occurrences()) {
      if (!o.instance().equals(instance)) {
        continue;
      }
      Known own = known(known, o.process());
      if (o.direction() == Direction.REQUEST && o.event() instanceof Broadcast(var m)) {
        List<Message> soFar = List.copyOf(own.messages);
        before.put(own.broadcast(new Data(o.process(), m)), soFar);
      } else if (o.direction() == Direction.INDICATION && o.event() instanceof Deliver) {
        own.messages.add(own.delivery(BroadcastProperties.message(o)));
      }
    }
    return before;
  }

  private static Known known(Map<Integer, Known> byProcess, int process) {
    return byProcess.computeIfAbsent(process, _ -> new Known());
  }
}
