package org.deltabed.lab.check;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;

/** Waits for the nodes' programs: does each run, once, as itself, with this wiring? (F24, F42) */
final class ProgramStep {

  /** Two programs of one id tell each other off the broker about once a second. */
  private static final long TWOFOLD_NS = 2_500_000_000L;

  private static final long LOOK_MS = 50;

  private final Testbed testbed;
  private final Voices voices;
  private final long withinNs;

  ProgramStep(Testbed testbed, Voices voices, long withinNs) {
    this.testbed = testbed;
    this.voices = voices;
    this.withinNs = withinNs;
  }

  /** The nodes whose programs run, each as itself. Adds what it found of all. */
  Set<Integer> walk(List<Finding> findings) throws InterruptedException {
    awaitAll();
    Set<Integer> running = new TreeSet<>();
    Set<Integer> missing = new TreeSet<>();
    for (NodeSpec node : testbed.nodes()) {
      (voices.spoke(node.id()) ? running : missing).add(node.id());
    }
    if (!missing.isEmpty()) {
      Thread.sleep(TWOFOLD_NS / 1_000_000);
    }
    Set<Integer> twofold = new TreeSet<>(running);
    twofold.removeIf(node -> !voices.isTwofold(node));
    twofold.forEach(node -> findings.add(twofold(node, missing)));
    missing.forEach(node -> findings.add(missing(node, twofold)));
    running.removeAll(twofold);
    for (int node : running) {
      findings.add(program(node));
    }
    return running;
  }

  /** Less than the whole time if two programs share an id: then somebody will not come. */
  private void awaitAll() throws InterruptedException {
    long endNs = System.nanoTime() + withinNs;
    while (System.nanoTime() < endNs
        && !testbed.nodes().stream().allMatch(node -> voices.spoke(node.id()))
        && testbed.nodes().stream().noneMatch(node -> voices.isTwofold(node.id()))) {
      Thread.sleep(LOOK_MS);
    }
  }

  private Finding twofold(int node, Set<Integer> missing) {
    boolean known = missing.size() == 1;
    return new Finding(
        Mark.WRONG,
        "program",
        node,
        "duplicate-id",
        List.copyOf(missing),
        "",
        "two programs run as node "
            + node
            + (missing.isEmpty() ? "" : ", and none as node " + WireJudge.list(missing)),
        known
            ? "set node %s up anew: it was set up as node %d"
                .formatted(WireJudge.list(missing), node)
            : "look which board was set up as node " + node + " and should be another one");
  }

  private Finding missing(int node, Set<Integer> twofold) {
    boolean explained = !twofold.isEmpty();
    return new Finding(
        Mark.WRONG,
        "program",
        node,
        explained ? "duplicate-id" : "silent",
        List.copyOf(twofold),
        "",
        explained
            ? "no program runs as node %d; probably it runs as node %s"
                .formatted(node, WireJudge.list(twofold))
            : "no program speaks as node " + node,
        explained
            ? "set it up anew"
            : "has it power, does its program run, and does it reach the broker?");
  }

  private Finding program(int node) {
    String hash = voices.wiringHash(node);
    if (hash.isEmpty() || hash.equals(testbed.hash())) {
      return Finding.right("program", node, "", "runs, with this wiring");
    }
    return new Finding(
        Mark.WRONG,
        "program",
        node,
        "other-wiring",
        List.of(),
        "",
        "runs with wiring " + hash + ", the coordinator with " + testbed.hash(),
        "provision it anew");
  }
}
