package org.deltabed.simulator.flp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deltabed.simulator.automaton.TooLarge;

/**
 * The valences of configurations, by trying every order of deliveries: until both decisions were
 * found, or until there is nothing that was not tried. That ends for a consensus whose univalent
 * configurations lead to a decision whatever is delivered, which is what its termination says.
 *
 * <p>A process that crashes is one to which nothing is delivered any more, so crashes need not be
 * tried besides. Beyond a decision nothing is tried: uniform agreement says that there is no other.
 */
final class Valences {
  private final Deliveries deliveries;
  private final int statesMax;
  private final Map<Configuration.Key, Valence> known = new HashMap<>();

  /** To which decisions a configuration leads as far as is known; it may lead to others too. */
  private final Map<Configuration.Key, Valence> reached = new HashMap<>();

  /**
   * @param statesMax how many configurations may be looked at for one valence
   */
  Valences(Deliveries deliveries, int statesMax) {
    this.deliveries = deliveries;
    this.statesMax = statesMax;
  }

  /** How many configurations have a valence that is known. */
  int size() {
    return known.size();
  }

  /**
   * The valence.
   *
   * @throws TooLarge if it takes more configurations than may be looked at
   */
  Valence of(Configuration configuration) {
    Configuration first = deliveries.withoutIdle(configuration);
    Valence before = known.get(first.key());
    return before != null ? before : search(first);
  }

  /** A configuration that was come to, and from where. */
  private record Reached(Configuration at, Reached from) {}

  private Valence search(Configuration first) {
    Set<Configuration.Key> seen = new HashSet<>();
    Deque<Reached> open = new ArrayDeque<>();
    seen.add(first.key());
    open.add(new Reached(first, null));
    Valence found = reached.getOrDefault(first.key(), Valence.NONE);
    while (!open.isEmpty() && found != Valence.BIVALENT) {
      Reached way = open.remove();
      Valence there = decidedOrKnown(way.at);
      Valence more = there.or(reached.getOrDefault(way.at.key(), Valence.NONE));
      if (found.or(more) != found) {
        found = found.or(more);
        remember(way, more);
      }
      if (there == Valence.NONE) {
        for (Configuration next : successors(way.at)) {
          if (seen.add(next.key())) {
            open.add(new Reached(next, way));
          }
        }
      }
      if (seen.size() > statesMax) {
        throw new TooLarge("a valence takes more than " + statesMax + " configurations");
      }
    }
    if (found == Valence.BIVALENT) {
      known.put(first.key(), found);
    } else {
      // all that a univalent configuration leads to is so too
      Valence all = found;
      seen.forEach(key -> known.put(key, all));
    }
    return found;
  }

  /** All on the way to it lead to that too. */
  private void remember(Reached last, Valence decision) {
    for (Reached way = last; way != null; way = way.from) {
      reached.merge(way.at.key(), decision, Valence::or);
    }
  }

  private Valence decidedOrKnown(Configuration at) {
    Valence decided = deliveries.decided(at);
    return decided != Valence.NONE ? decided : known.getOrDefault(at.key(), Valence.NONE);
  }

  private List<Configuration> successors(Configuration at) {
    List<Configuration> successors = new ArrayList<>();
    Set<Long> kinds = new HashSet<>();
    for (Pending message : at.pool) {
      if (kinds.add(message.kind())) {
        successors.add(deliveries.withoutIdle(deliveries.deliver(at, message)));
      }
    }
    return successors;
  }

  /** The fewest deliveries after which somebody has decided that, and nothing else. */
  List<Pending> witness(Configuration from, Valence decision) {
    record Way(Configuration at, Way before, Pending last) {}
    Set<Configuration.Key> seen = new HashSet<>();
    Deque<Way> open = new ArrayDeque<>();
    open.add(new Way(deliveries.withoutIdle(from), null, null));
    while (!open.isEmpty()) {
      Way way = open.remove();
      Valence decided = deliveries.decided(way.at);
      if (decided == decision) {
        List<Pending> delivered = new ArrayList<>();
        for (Way step = way; step.last != null; step = step.before) {
          delivered.addFirst(step.last);
        }
        return delivered;
      }
      Valence there = known.getOrDefault(way.at.key(), Valence.BIVALENT);
      if (decided == Valence.NONE && (there == decision || there == Valence.BIVALENT)) {
        for (Pending message : way.at.pool) {
          Configuration next = deliveries.withoutIdle(deliveries.deliver(way.at, message));
          if (seen.add(next.key())) {
            open.add(new Way(next, way, message));
          }
        }
      }
    }
    throw new IllegalArgumentException("it is not " + decision + ", nor bivalent");
  }
}
