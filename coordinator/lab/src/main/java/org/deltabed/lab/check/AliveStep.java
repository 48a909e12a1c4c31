package org.deltabed.lab.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.deltabed.lab.bench.Instruments;

/** Has each node drive its own ALIVE line; what is wrong must be so a second time. */
final class AliveStep {

  private static final int WALKS_MAX = 3;

  private final Instruments bench;
  private final Voices voices;
  private final NodeOrders commands;
  private final WireNames names;

  AliveStep(Instruments bench, Voices voices, NodeOrders commands, WireNames names) {
    this.bench = bench;
    this.voices = voices;
    this.commands = commands;
    this.names = names;
  }

  /**
   * Looks at the lines of these nodes, whose programs run.
   *
   * @param absent those as which no program runs
   */
  List<Finding> walk(Set<Integer> running, Set<Integer> absent)
      throws IOException, InterruptedException {
    List<Finding> findings = new ArrayList<>();
    Set<Integer> nodes = new TreeSet<>();
    for (int node : running) {
      boolean wired = !names.of("alive", node).isEmpty();
      if (wired && voices.speaks(node)) {
        nodes.add(node);
      } else if (wired) {
        findings.add(uncheckable("alive", node, "its program has ended: " + voices.halt(node)));
      }
    }
    AliveWalk walk = new AliveWalk(bench, commands);
    WireJudge judge = new WireJudge("alive", names, absent);
    Optional<List<Finding>> before = Optional.empty();
    for (int i = 0; i < WALKS_MAX; i++) {
      Optional<List<Finding>> now = walk.walk(nodes).map(judge::judge);
      boolean good = now.isPresent() && now.get().stream().noneMatch(Finding::isWrong);
      if (good || (now.isPresent() && now.equals(before))) {
        findings.addAll(now.get()); // a mistake in the wires is there the second time, too
        return findings;
      }
      before = now;
      nodes.removeIf(node -> !voices.speaks(node));
    }
    nodes.forEach(
        node -> findings.add(uncheckable("alive", node, "nodes did not do as they were told")));
    return findings;
  }

  private Finding uncheckable(String use, int node, String why) {
    return Finding.unchecked(use, node, names.of(use, node), why);
  }
}
