package org.deltabed.simulator.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.Occurrence;
import org.deltabed.simulator.automaton.Automaton;
import org.deltabed.simulator.automaton.Observation;
import org.deltabed.simulator.automaton.Order;

/**
 * An order of all that the processes logged in which every request stands behind the indications
 * that it was logged to follow, and before all others. Between two requests, or two indications,
 * nothing is known and nothing asked: any such order tells which operation came before which.
 */
final class OneOrder {
  private final int n;
  private final Order counts;
  private final List<List<Automaton.Log>> logs;
  private final int[] placed;
  private final int[] indications;
  private final List<Occurrence> occurrences = new ArrayList<>();
  private final Map<Integer, Long> crashSlots = new TreeMap<>();
  private long place;

  /**
   * @param logs of each process, by rank-1, the first entry first
   */
  OneOrder(int n, List<List<Automaton.Log>> logs) {
    this.n = n;
    this.logs = logs;
    counts = new Order(n);
    placed = new int[n + 1];
    indications = new int[n + 1];
  }

  History history(ProcessSet crashed, ProcessSet byzantine, long slots) {
    for (int p = next(); p != 0; p = next()) {
      take(p);
    }
    crashed.forEach(p -> crashSlots.putIfAbsent(p, place));
    return new History(ProcessSet.all(n), crashed, byzantine, crashSlots, slots, occurrences);
  }

  /** Whose next entry may come now; 0 when there is none left. */
  private int next() {
    boolean isLeft = false;
    for (int p = 1; p <= n; p++) {
      if (has(p)) {
        isLeft = true;
        if (mayCome(p)) {
          return p;
        }
      }
    }
    if (isLeft) {
      throw new IllegalStateException("no order for what was logged: " + logs);
    }
    return 0;
  }

  private boolean has(int p) {
    return placed[p] < logs.get(p - 1).size();
  }

  private Automaton.Log entry(int p) {
    return logs.get(p - 1).get(placed[p]);
  }

  private boolean mayCome(int p) {
    Automaton.Log entry = entry(p);
    for (int q = 1; q <= n; q++) {
      boolean isEarly = isRequest(entry) && indications[q] < counts.count(entry.indications(), q);
      if (isEarly || (has(q) && fewerDead(entry(q), entry)) || overtakes(p, entry, q)) {
        return false;
      }
    }
    return true;
  }

  private static boolean fewerDead(Automaton.Log one, Automaton.Log other) {
    return Integer.bitCount(one.crashed()) < Integer.bitCount(other.crashed());
  }

  /** Whether a request of q that saw fewer indications of p would come after the entry's. */
  private boolean overtakes(int p, Automaton.Log entry, int q) {
    if (q == p || indicationsIn(entry) == 0) {
      return false;
    }
    List<Automaton.Log> of = logs.get(q - 1);
    for (int i = placed[q]; i < of.size(); i++) {
      if (isRequest(of.get(i)) && counts.count(of.get(i).indications(), p) <= indications[p]) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRequest(Automaton.Log entry) {
    return entry.observed().stream().anyMatch(o -> o.direction() == Direction.REQUEST);
  }

  private static int indicationsIn(Automaton.Log entry) {
    return (int)
        entry.observed().stream().filter(o -> o.direction() == Direction.INDICATION).count();
  }

  private void take(int p) {
    Automaton.Log entry = entry(p);
    placed[p]++;
    indications[p] += indicationsIn(entry);
    new ProcessSet(entry.crashed()).forEach(dead -> crashSlots.putIfAbsent(dead, place));
    for (Observation o : entry.observed()) {
      occurrences.add(
          new Occurrence(
              p, place, place, o.instance(), o.direction(), o.event(), "#" + occurrences.size()));
    }
    place++;
  }
}
