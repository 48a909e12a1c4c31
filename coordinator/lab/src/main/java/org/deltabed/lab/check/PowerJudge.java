package org.deltabed.lab.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.deltabed.wiring.Testbed;

/** Tells a sense wire that is wrong from a supply that is another node's. */
final class PowerJudge {

  private final Testbed testbed;
  private final WireNames names;

  PowerJudge(Testbed testbed, WireNames names) {
    this.testbed = testbed;
    this.names = names;
  }

  List<Finding> judge(PowerStep step) {
    List<Finding> findings = new ArrayList<>();
    Map<Integer, Set<Integer>> sensed = new TreeMap<>();
    Set<Integer> stuck = new TreeSet<>();
    step.fell()
        .forEach(
            (node, fell) -> {
              Set<Integer> dark = step.lostPower().getOrDefault(node, Set.of());
              if (!dark.isEmpty()) {
                findings.add(otherSupply(node, dark));
              } else if (fell.isEmpty() && !step.neverUp().contains(node)) {
                stuck.add(node);
              } else {
                sensed.put(node, fell);
              }
            });
    step.lostPower()
        .forEach(
            (node, dark) -> {
              if (!dark.isEmpty() && !step.fell().containsKey(node)) {
                findings.add(otherSupply(node, dark));
              }
            });
    findings.addAll(new WireJudge("sense", names).judge(sensed));
    stuck.forEach(node -> findings.add(stuck(node, stuck)));
    step.notStartedAgain().forEach(node -> findings.add(gone(node)));
    return findings;
  }

  private Finding otherSupply(int node, Set<Integer> dark) {
    return new Finding(
        Mark.WRONG,
        "power",
        node,
        "misplaced",
        List.copyOf(dark),
        names.of("relay", node),
        "what should switch node " + node + " switches node " + WireJudge.list(dark),
        "exchange what switches them (power by " + testbed.nodeById(node).power().by() + ")");
  }

  /** Of two rails that touch, either holds both up. */
  private Finding stuck(int node, Set<Integer> stuck) {
    Set<Integer> others = new TreeSet<>(stuck);
    others.remove(node);
    boolean pair = !others.isEmpty();
    return new Finding(
        Mark.WRONG,
        "sense",
        node,
        pair ? "shorted" : "stuck",
        List.copyOf(others),
        names.of("sense", node),
        "stays high while node "
            + node
            + " has no power"
            + (pair ? ", as with node " + WireJudge.list(others) + ": their wires touch" : ""),
        pair
            ? "part them: " + names.of("sense", node)
            : "does its power go off at all? Else look what holds the wire up: "
                + names.of("sense", node));
  }

  private Finding gone(int node) {
    return new Finding(
        Mark.WRONG,
        "power",
        node,
        "not-back",
        List.of(),
        names.of("relay", node),
        "its program did not come back when its power did",
        "look at its supply, and what its program says: " + names.of("sense", node));
  }
}
