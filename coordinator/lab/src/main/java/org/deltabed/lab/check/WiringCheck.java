package org.deltabed.lab.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  private static final long LOOK_MS = 50;
  private static final long SYNC_EDGES = 20;
  private static final long SYNC_NS_MAX = 10_000_000_000L;

  private final Testbed testbed;
  private final Instruments bench;
  private final Voices voices;
  private final NodeOrders commands;
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
      NodeOrders commands,
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
    Set<Integer> running = new ProgramStep(testbed, voices, HELLO_NS_MAX).walk(findings);
    phase.accept("listening to the bus");
    BusStep bus = new BusStep(testbed, bench, voices);
    if (running.isEmpty()) {
      return List.copyOf(findings);
    }
    findings.addAll(bus.walk(running));
    phase.accept("ALIVE: each node drives its own line");
    findings.addAll(new AliveStep(bench, voices, commands, names).walk(running, absent(running)));
    phase.accept("SYNC: the coordinator drives it, each node looks");
    sync(running);
    phase.accept("CRASH, power and sense: each node is crashed, and loses its power, once");
    running.retainAll(bus.heard());
    power(running);
    return List.copyOf(findings);
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
    if (!voices.speaks(node)) {
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
    running.removeIf(node -> !voices.speaks(node));
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

  private Set<Integer> absent(Set<Integer> running) {
    Set<Integer> absent = new TreeSet<>();
    testbed.nodes().forEach(node -> absent.add(node.id()));
    absent.removeAll(running);
    return absent;
  }
}
