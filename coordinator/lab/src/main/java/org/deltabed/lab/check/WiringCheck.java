package org.deltabed.lab.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.deltabed.lab.bench.Instruments;
import org.deltabed.lab.bench.Tally;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;

/**
 * Walks through the wiring of a testbed that is up: programs and their ids, the bus, ALIVE, SYNC,
 * CRASH, sense and power. What a mistake makes impossible to look at is said to be unchecked, and
 * everything else is looked at all the same.
 */
public final class WiringCheck {

  private static final long HELLO_NS_MAX = 40_000_000_000L;

  /** Two programs of one id tell each other off the broker about once a second. */
  private static final long TWOFOLD_NS = 2_500_000_000L;

  private static final int WALKS_MAX = 3;
  private static final long LOOK_MS = 50;
  private static final long SYNC_EDGES = 20;
  private static final long SYNC_NS_MAX = 15_000_000_000L;
  private static final long QUIET_NS = 3_000_000_000L;

  private final Testbed testbed;
  private final Instruments bench;
  private final Voices voices;
  private final AliveCommands commands;
  private final WireNames names;
  private final Consumer<String> phase;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * @param phase told what is looked at now
   */
  public WiringCheck(
      Testbed testbed,
      Instruments bench,
      Voices voices,
      AliveCommands commands,
      Consumer<String> phase) {
    this.testbed = testbed;
    this.bench = bench;
    this.voices = voices;
    this.commands = commands;
    this.phase = phase;
    names = new WireNames(testbed);
  }

  /** Looks at everything, and says what was found in the order in which it was looked at. */
  public List<Finding> walk() throws IOException, InterruptedException {
    phase.accept("waiting for the nodes' programs");
    Set<Integer> running = programs();
    phase.accept("listening to the bus");
    BusStep bus = new BusStep(testbed, bench, voices);
    if (running.isEmpty()) {
      return List.copyOf(findings);
    }
    findings.addAll(bus.walk(running));
    phase.accept("ALIVE: each node drives its own line");
    alive(running);
    phase.accept("SYNC: the coordinator drives it, each node looks");
    sync(running);
    phase.accept("CRASH, power and sense: each node is crashed, and loses its power, once");
    running.retainAll(bus.heard());
    power(running);
    return List.copyOf(findings);
  }

  /** The nodes whose programs run, each as itself. */
  private Set<Integer> programs() throws InterruptedException {
    awaitAll(HELLO_NS_MAX);
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
  private void awaitAll(long withinNs) throws InterruptedException {
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
            ? "set node %s up anew: it was set up as node %d".formatted(
                WireJudge.list(missing), node)
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

  private void alive(Set<Integer> running) throws IOException, InterruptedException {
    Set<Integer> nodes = new TreeSet<>();
    for (int node : running) {
      boolean wired = !names.of("alive", node).isEmpty();
      if (wired && speaks(node)) {
        nodes.add(node);
      } else if (wired) {
        findings.add(uncheckable("alive", node, "its program has ended: " + voices.halt(node)));
      }
    }
    AliveWalk walk = new AliveWalk(bench, commands);
    WireJudge judge = new WireJudge("alive", names);
    Optional<List<Finding>> before = Optional.empty();
    for (int i = 0; i < WALKS_MAX; i++) {
      Optional<List<Finding>> now = walk.walk(nodes).map(judge::judge);
      boolean good = now.isPresent() && now.get().stream().noneMatch(Finding::isWrong);
      if (good || (now.isPresent() && now.equals(before))) {
        findings.addAll(now.get()); // a mistake in the wires is there the second time, too
        return;
      }
      before = now;
      nodes.removeIf(node -> !speaks(node));
    }
    nodes.forEach(
        node -> findings.add(uncheckable("alive", node, "nodes did not do as they were told")));
  }

  private boolean speaks(int node) {
    return System.nanoTime() - voices.lastNs(node) < QUIET_NS;
  }

  private Finding uncheckable(String use, int node, String why) {
    return Finding.unchecked(use, node, names.of(use, node), why);
  }

  private void sync(Set<Integer> running) throws IOException, InterruptedException {
    Set<Integer> nodes = new TreeSet<>(running);
    nodes.removeIf(node -> names.of("sync", node).isEmpty());
    if (!testbed.coordinator().syncs() || nodes.isEmpty()) {
      return;
    }
    Map<Integer, Long> before = new TreeMap<>();
    nodes.forEach(node -> before.put(node, voices.syncEdges(node)));
    Tally from = bench.tally();
    long endNs = System.nanoTime() + SYNC_NS_MAX;
    while (System.nanoTime() < endNs
        && (bench.tally().syncEdges() - from.syncEdges() < SYNC_EDGES
            || nodes.stream().anyMatch(node -> seen(node, before) < SYNC_EDGES / 2))) {
      Thread.sleep(LOOK_MS);
    }
    long driven = bench.tally().syncEdges() - from.syncEdges();
    Set<Integer> blind = new TreeSet<>(nodes);
    blind.removeIf(node -> seen(node, before) > 0);
    for (int node : nodes) {
      findings.add(syncOf(node, driven, seen(node, before), blind.equals(nodes)));
    }
  }

  private long seen(int node, Map<Integer, Long> before) {
    return voices.syncEdges(node) - before.get(node);
  }

  private Finding syncOf(int node, long driven, long seen, boolean none) {
    if (seen > 0) {
      return Finding.right("sync", node, names.of("sync", node), "sees the edges");
    }
    if (!speaks(node)) {
      return uncheckable("sync", node, "its program has ended: " + voices.halt(node));
    }
    return new Finding(
        Mark.WRONG,
        "sync",
        node,
        "dead",
        List.of(),
        names.of("sync", node),
        driven + " edges were driven, it saw none" + (none ? ", nor did any other node" : ""),
        none
            ? "look at the coordinator's end of SYNC: " + testbed.coordinator().sync()
            : "look at both ends: " + names.of("sync", node));
  }

  private void power(Set<Integer> running) throws IOException, InterruptedException {
    running.removeIf(node -> !speaks(node));
    for (NodeSpec node : testbed.nodes()) {
      if (!running.contains(node.id())) {
        for (String use : List.of("crash", "sense")) {
          if (!names.of(use, node.id()).isEmpty()) {
            findings.add(uncheckable(use, node.id(), "first mend its program and its bus"));
          }
        }
      }
    }
    PowerStep step = new PowerStep(testbed, bench, voices, running);
    step.walk();
    findings.addAll(new WireJudge("crash", names).judge(step.crashed()));
    findings.addAll(new PowerJudge(testbed, names).judge(step));
  }
}
