package org.deltabed.lab.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says of wires of one use what is wrong with them, by whose far end followed when a node's near
 * end was driven.
 */
final class WireJudge {

  private final String use;
  private final WireNames names;
  private final Set<Integer> absent;

  WireJudge(String use, WireNames names) {
    this(use, names, Set.of());
  }

  /**
   * @param absent nodes as which no program runs
   */
  WireJudge(String use, WireNames names, Set<Integer> absent) {
    this.use = use;
    this.names = names;
    this.absent = absent;
  }

  /**
   * The findings, one for each node that was driven.
   *
   * @param followed by the driven node: the nodes whose far ends followed
   */
  List<Finding> judge(Map<Integer, Set<Integer>> followed) {
    List<Finding> findings = new ArrayList<>();
    followed.forEach((node, ends) -> findings.add(judge(node, ends, followed)));
    return findings;
  }

  private Finding judge(int node, Set<Integer> ends, Map<Integer, Set<Integer>> followed) {
    if (ends.equals(Set.of(node))) {
      return Finding.right(use, node, names.of(use, node), "the other end follows, and no other");
    }
    if (ends.isEmpty()) {
      return wrong(
          node,
          "dead",
          Set.of(),
          "no end follows node " + node + ": the wire is broken, or not where it should be",
          "look at both ends: " + names.of(use, node));
    }
    Set<Integer> others = new TreeSet<>(ends);
    if (others.remove(node)) {
      return wrong(
          node,
          "shorted",
          others,
          "the ends of nodes " + list(ends) + " follow together: their wires touch",
          "part them: " + names.of(use, node) + "; " + wires(others));
    }
    if (absent.containsAll(others)) {
      return wrong(
          node,
          "duplicate-id",
          others,
          "the program that runs as node %d moves the end of node %s, as which none runs"
              .formatted(node, list(others)),
          "look whether node %s was set up as node %d; if not, put right %s"
              .formatted(list(others), node, names.of(use, node)));
    }
    boolean exchanged =
        others.size() == 1
            && followed.getOrDefault(others.iterator().next(), Set.of()).equals(Set.of(node));
    return wrong(
        node,
        exchanged ? "swapped" : "misplaced",
        others,
        exchanged
            ? "node " + node + " and node " + list(others) + " are swapped: each moves the other's"
            : "the end of node " + list(others) + " follows node " + node + ", its own does not",
        (exchanged ? "exchange " : "put right ")
            + names.coordinatorEnd(use, node)
            + " and "
            + names.coordinatorEnd(use, others.iterator().next()));
  }

  private Finding wrong(int node, String kind, Set<Integer> others, String text, String remedy) {
    List<Integer> about = List.copyOf(others);
    return new Finding(Mark.WRONG, use, node, kind, about, names.of(use, node), text, remedy);
  }

  private String wires(Set<Integer> nodes) {
    return String.join("; ", nodes.stream().map(it -> names.of(use, it)).toList());
  }

  static String list(Set<Integer> nodes) {
    return String.join(" and ", nodes.stream().map(String::valueOf).toList());
  }
}
