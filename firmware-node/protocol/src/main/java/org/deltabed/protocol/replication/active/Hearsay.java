package org.deltabed.protocol.replication.active;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.deltabed.protocol.Nil;
import org.deltabed.protocol.Sequence;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.ValueOrder;

/**
 * Who said in which round that who said what: the tree of exponential information gathering. A path
 * such as 2, 4 stands for "p4 said that p2 said". In round r each server says what it knows of the
 * paths of length r-1 that it is not on, in a fixed order. Immutable.
 *
 * @param servers how many there are
 * @param rounds how many rounds
 * @param said by round and then by server, what it said; nil where nothing has come
 */
public record Hearsay(int servers, int rounds, List<Value> said) {
  private static final Value NOTHING = new Nil();

  public Hearsay {
    said = List.copyOf(said);
  }

  public static Hearsay nothing(int servers, int rounds) {
    return new Hearsay(servers, rounds, Collections.nCopies(servers * rounds, NOTHING));
  }

  private int at(int round, int server) {
    return (round - 1) * servers + server - 1;
  }

  boolean has(int round, int server) {
    return !said.get(at(round, server)).equals(NOTHING);
  }

  /** What counts is what a server says first. */
  public Hearsay with(int round, int server, Value what) {
    if (round < 1 || round > rounds || has(round, server) || what.equals(NOTHING)) {
      return this;
    }
    List<Value> more = new ArrayList<>(said);
    more.set(at(round, server), what);
    return new Hearsay(servers, rounds, more);
  }

  /** What a server that knows this has to say in that round, from the second on. */
  Sequence of(int round, int server) {
    List<Value> known = new ArrayList<>();
    for (List<Integer> path : paths(round - 1, server)) {
      known.add(value(path));
    }
    return new Sequence(known);
  }

  /** What the last on the path said of the rest of it; nil if nothing, or nothing that fits. */
  private Value value(List<Integer> path) {
    int last = path.getLast();
    List<Integer> rest = path.subList(0, path.size() - 1);
    List<List<Integer>> order = paths(rest.size(), last);
    return said.get(at(path.size(), last)) instanceof Sequence(var values)
            && values.size() == order.size()
        ? values.get(order.indexOf(rest))
        : NOTHING;
  }

  /** All sequences of so many different servers without that one, in lexicographic order. */
  private List<List<Integer>> paths(int length, int without) {
    List<List<Integer>> paths = new ArrayList<>();
    paths.add(List.of());
    for (int i = 0; i < length; i++) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> path : paths) {
        for (int q = 1; q <= servers; q++) {
          if (q != without && !path.contains(q)) {
            List<Integer> next = new ArrayList<>(path);
            next.add(q);
            longer.add(List.copyOf(next));
          }
        }
      }
      paths = longer;
    }
    return paths;
  }

  /** For each server what it said in the first round, as the majority has it on every level. */
  Sequence resolved() {
    List<Value> vector = new ArrayList<>();
    for (int p = 1; p <= servers; p++) {
      vector.add(resolve(List.of(p)));
    }
    return new Sequence(vector);
  }

  /** For each server what it said in the first round to this one. */
  public Sequence firstRound() {
    List<Value> vector = new ArrayList<>();
    for (int p = 1; p <= servers; p++) {
      vector.add(value(List.of(p)));
    }
    return new Sequence(vector);
  }

  private Value resolve(List<Integer> path) {
    if (path.size() == rounds) {
      return value(path);
    }
    TreeMap<Value, Integer> votes = new TreeMap<>(ValueOrder.ORDER);
    int children = servers - path.size();
    for (int q = 1; q <= servers; q++) {
      if (!path.contains(q)) {
        List<Integer> longer = new ArrayList<>(path);
        longer.add(q);
        Value vote = resolve(longer);
        if (2 * votes.merge(vote, 1, Integer::sum) > children) {
          return vote;
        }
      }
    }
    return NOTHING;
  }
}
