package org.deltabed.lab.check;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.deltabed.lab.bench.Instruments;
import org.deltabed.lab.bench.Tally;

/**
 * Walks along the ALIVE lines: all nodes hold theirs low, then one after the other drives its own
 * up and down, and only its input may follow, both times.
 */
public final class AliveWalk {

  private static final int PULSES = 2;
  private static final long HOLD_MS = 30_000;

  /** An edge is at the coordinator long before that, unless somebody stands still. */
  private static final long FOLLOW_MS = 250;

  private static final long LOOK_MS = 10;

  private final Instruments bench;
  private final NodeOrders commands;

  public AliveWalk(Instruments bench, NodeOrders commands) {
    this.bench = bench;
    this.commands = commands;
  }

  /**
   * By the driven node: whose inputs followed. Empty if a node did not do what it was told, which
   * one that restarts meanwhile does not.
   */
  public Optional<Map<Integer, Set<Integer>>> walk(Set<Integer> nodes)
      throws IOException, InterruptedException {
    if (!commands.hold(nodes, false, HOLD_MS)) {
      return Optional.empty();
    }
    Map<Integer, Set<Integer>> followed = new TreeMap<>();
    try {
      for (int node : nodes) {
        Optional<Set<Integer>> ends = pulse(node);
        if (ends.isEmpty()) {
          return Optional.empty();
        }
        followed.put(node, ends.get());
      }
    } finally {
      commands.hold(nodes, false, 0);
    }
    return Optional.of(followed);
  }

  private Optional<Set<Integer>> pulse(int node) throws IOException, InterruptedException {
    Set<Integer> followed = null;
    for (int i = 0; i < PULSES; i++) {
      if (!commands.hold(node, true, HOLD_MS)) {
        return Optional.empty();
      }
      Set<Integer> up = settled(node, true);
      if (!commands.hold(node, false, HOLD_MS)) {
        return Optional.empty();
      }
      up.removeAll(settled(node, false));
      if (followed == null) {
        followed = up;
      }
      followed.retainAll(up);
    }
    return Optional.of(followed);
  }

  /** The inputs that are high: as expected if that comes soon, else whatever they are by then. */
  private Set<Integer> settled(int node, boolean high) throws IOException, InterruptedException {
    Set<Integer> expected = high ? Set.of(node) : Set.of();
    long endNs = System.nanoTime() + FOLLOW_MS * 1_000_000;
    Set<Integer> seen = highs();
    while (!seen.equals(expected) && System.nanoTime() < endNs) {
      Thread.sleep(LOOK_MS);
      seen = highs();
    }
    return new TreeSet<>(seen);
  }

  private Set<Integer> highs() throws IOException {
    Tally tally = bench.tally();
    return tally.where(it -> Boolean.TRUE.equals(it.alive()));
  }
}
