package org.deltabed.protocol.properties;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deltabed.protocol.DeliveredAt;
import org.deltabed.protocol.SentAt;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.Occurrence;

/**
 * Which event happened before which, computed from a history and from no timestamp; source:
 * dependable-systems-notes, 3.1.1 Happens-before relation. The events are those that a logical
 * clock tells the time of. A process broadcasts no message twice, so a delivery's sending is known
 * by sender and message.
 */
final class Causality {
  private record Message(int sender, Value message) {}

  /** The events; those of one process in its order. */
  private final List<Occurrence> events;

  /** By event: those that directly happened before it. */
  private final List<List<Integer>> causes = new ArrayList<>();

  Causality(History history, String instance) {
    events =
        history.occurrences().stream()
            .filter(o -> o.instance().equals(instance))
            .filter(o -> o.event() instanceof SentAt || o.event() instanceof DeliveredAt)
            .toList();
    Map<Message, Integer> sendings = new LinkedHashMap<>();
    for (int e = 0; e < events.size(); e++) {
      if (events.get(e).event() instanceof SentAt(var message, var _)) {
        sendings.putIfAbsent(new Message(events.get(e).process(), message), e);
      }
    }
    Map<Integer, Integer> last = new LinkedHashMap<>();
    for (int e = 0; e < events.size(); e++) {
      List<Integer> direct = new ArrayList<>();
      Integer before = last.put(events.get(e).process(), e);
      if (before != null) {
        direct.add(before);
      }
      if (events.get(e).event() instanceof DeliveredAt(int sender, var message, var _)) {
        Integer sending = sendings.get(new Message(sender, message));
        if (sending != null) { // a sender that lost power may have lost the record of it
          direct.add(sending);
        }
      }
      causes.add(direct);
    }
  }

  int size() {
    return events.size();
  }

  Occurrence event(int e) {
    return events.get(e);
  }

  Value time(int e) {
    return switch (events.get(e).event()) {
      case SentAt(var _, var time) -> time;
      case DeliveredAt(var _, var _, var time) -> time;
      default -> throw new IllegalStateException("no time in " + events.get(e));
    };
  }

  /** Those before it in its process, or that sent what it delivers. */
  List<Integer> directlyBefore(int e) {
    return causes.get(e);
  }

  /** By event: all that happened before it. */
  List<BitSet> before() {
    List<BitSet> before = new ArrayList<>();
    List<List<Integer>> effects = new ArrayList<>();
    int[] open = new int[size()];
    for (int e = 0; e < size(); e++) {
      before.add(new BitSet());
      effects.add(new ArrayList<>());
      open[e] = causes.get(e).size();
    }
    ArrayDeque<Integer> ready = new ArrayDeque<>();
    for (int e = 0; e < size(); e++) {
      int effect = e;
      causes.get(e).forEach(cause -> effects.get(cause).add(effect));
      if (open[e] == 0) {
        ready.add(e);
      }
    }
    while (!ready.isEmpty()) {
      int cause = ready.poll();
      for (int effect : effects.get(cause)) {
        before.get(effect).or(before.get(cause));
        before.get(effect).set(cause);
        if (--open[effect] == 0) {
          ready.add(effect);
        }
      }
    }
    return before;
  }
}
