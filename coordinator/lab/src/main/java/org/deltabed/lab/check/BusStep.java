package org.deltabed.lab.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.deltabed.lab.bench.Instruments;
import org.deltabed.lab.bench.Tally;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;

/** Listens: whose frames are on the bus, who hears whom, and how many frames are damaged. */
final class BusStep {

  private static final long HEARD_NS_MAX = 15_000_000_000L;
  private static final long EACH_OTHER_NS_MAX = 10_000_000_000L;
  private static final long LOOK_MS = 50;

  /** So many frames are listened to, to say how many are damaged. */
  private static final long FRAMES = 150;

  private static final long DAMAGE_NS_MAX = 20_000_000_000L;

  /** A bus as it should be damages none; a host that stands still may make nodes collide. */
  private static final double DAMAGED_SHARE_MAX = 0.02;

  private static final long DAMAGED_MIN = 3;

  private final Testbed testbed;
  private final Instruments bench;
  private final Voices voices;
  private final Set<Integer> heard = new TreeSet<>();

  BusStep(Testbed testbed, Instruments bench, Voices voices) {
    this.testbed = testbed;
    this.bench = bench;
    this.voices = voices;
  }

  /** Those whose frames were heard. */
  Set<Integer> heard() {
    return heard;
  }

  /** Listens to these nodes, whose programs run. */
  List<Finding> walk(Set<Integer> nodes) throws IOException, InterruptedException {
    Tally before = bench.tally();
    Tally tally = before;
    long endNs = System.nanoTime() + HEARD_NS_MAX;
    while (!heard.containsAll(nodes) && System.nanoTime() < endNs) {
      Thread.sleep(LOOK_MS);
      tally = bench.tally();
      for (int node : nodes) {
        if (frames(tally, node) > frames(before, node)) {
          heard.add(node);
        }
      }
    }
    awaitEachOther(nodes);
    List<Finding> findings = new ArrayList<>();
    for (int node : nodes) {
      findings.add(heard.contains(node) ? hears(node) : unheard(node, before, tally));
    }
    findings.add(
        heard.equals(nodes) && heard.size() == testbed.n()
            ? damage()
            : Finding.unchecked("bus", 0, "", "damaged frames: first mend who is not heard"));
    return findings;
  }

  private static long frames(Tally tally, int node) {
    return tally.nodes().get(node).frames();
  }

  private void awaitEachOther(Set<Integer> nodes) throws InterruptedException {
    long endNs = System.nanoTime() + EACH_OTHER_NS_MAX;
    while (System.nanoTime() < endNs
        && !heard.stream().allMatch(it -> deafTo(it).isEmpty() || !nodes.contains(it))) {
      Thread.sleep(LOOK_MS);
    }
  }

  /** Those that the tap hears and this node has never heard. */
  private Set<Integer> deafTo(int node) {
    Set<Integer> unheard = new TreeSet<>();
    for (int other : heard) {
      long bit = 1L << (testbed.nodeById(other).process() - 1);
      if (other != node && (voices.heard(node) & bit) == 0) {
        unheard.add(other);
      }
    }
    return unheard;
  }

  private Finding hears(int node) {
    Set<Integer> unheard = deafTo(node);
    if (unheard.isEmpty()) {
      return Finding.right("bus", node, drop(node), "heard, and hears all that are heard");
    }
    return new Finding(
        Mark.WRONG,
        "bus",
        node,
        "deaf",
        List.copyOf(unheard),
        drop(node),
        "its frames are heard, but it never heard node " + WireJudge.list(unheard),
        "look at its adapter's receiver: direction, RO, and the wires A and B");
  }

  /** As far as can be known: what arrives while it sends tells a wrong rate from a cut wire. */
  private Finding unheard(int node, Tally before, Tally after) {
    long noise = after.allNoise() - before.allNoise() + after.breaks() - before.breaks();
    boolean refuses = voices.halt(node).contains("readable");
    String says = voices.halt(node).isEmpty() ? "" : "; its program says: " + voices.halt(node);
    if (noise > 0 || refuses) {
      return new Finding(
          Mark.WRONG,
          "bus",
          node,
          "noise",
          List.of(),
          drop(node),
          "its frames are noise, and those of others are noise to it: another baud rate?" + says,
          "set its adapter to %d baud; else look whether its A and B are exchanged"
              .formatted(testbed.bus().baudRate()));
    }
    return new Finding(
        Mark.WRONG,
        "bus",
        node,
        "silent",
        List.of(),
        drop(node),
        "its program runs, but nothing of it arrives on the bus" + says,
        "look at its adapter: is it " + testbed.nodeById(node).serial() + ", and are A and B on?");
  }

  private String drop(int node) {
    NodeSpec spec = testbed.nodeById(node);
    return "bus: " + spec.name() + " " + spec.serial() + ", slot " + spec.slot();
  }

  private Finding damage() throws IOException, InterruptedException {
    Finding finding = measure();
    return finding.isWrong() ? measure() : finding; // a host that stood still does so once
  }

  private Finding measure() throws IOException, InterruptedException {
    Tally from = bench.tally();
    Tally to = from;
    long endNs = System.nanoTime() + DAMAGE_NS_MAX;
    while (total(to) - total(from) < FRAMES && System.nanoTime() < endNs) {
      Thread.sleep(LOOK_MS);
      to = bench.tally();
    }
    long damaged = to.allNoise() - from.allNoise();
    long all = total(to) - total(from);
    String seen = damaged + " of " + all + " frames are damaged";
    if (damaged < DAMAGED_MIN || damaged <= all * DAMAGED_SHARE_MAX) {
      return Finding.right("bus", 0, "", seen);
    }
    List<Integer> whose = slotsWithDamage(from, to);
    boolean one = whose.size() == 1 && testbed.n() > 1;
    return new Finding(
        Mark.WRONG,
        "bus",
        one ? whose.getFirst() : 0,
        "damaged",
        whose,
        "",
        seen + (one ? ", all of node " + whose.getFirst() : ", of nodes " + whose),
        one
            ? "look at the adapter of this node, its ground and the length of its drop wire"
            : "look at terminators and bias: one terminator at each end of the bus, none between");
  }

  private static long total(Tally tally) {
    return tally.allFrames() + tally.allNoise();
  }

  private List<Integer> slotsWithDamage(Tally from, Tally to) {
    return testbed.nodes().stream()
        .map(NodeSpec::id)
        .filter(it -> to.nodes().get(it).noise() > from.nodes().get(it).noise())
        .toList();
  }
}
