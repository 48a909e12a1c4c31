package org.deltabed.lab.check;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.deltabed.lab.bench.Instruments;
import org.deltabed.wiring.Testbed;

/**
 * Crashes every node by its CRASH line, one after the other, then takes its power and gives it
 * back: who dies, and whose sense input falls? Each node is started anew once.
 */
final class PowerStep {

  private static final long SILENCE_NS = 1_500_000_000;
  private static final long CRASH_NS_MAX = 6_000_000_000L;
  private static final long SENSE_NS_MAX = 8_000_000_000L;
  private static final long PERSON_NS_MAX = 300_000_000_000L;
  private static final long BOOT_NS_MAX = 60_000_000_000L;
  private static final long PI_BOOT_NS_MAX = 180_000_000_000L;
  private static final long LOOK_MS = 20;

  private final Testbed testbed;
  private final Instruments bench;
  private final Voices voices;
  private final Set<Integer> nodes;
  private final WireNames names;
  private final long silenceNs;
  private final Map<Integer, Set<Integer>> crashed = new TreeMap<>();
  private final Map<Integer, Set<Integer>> fell = new TreeMap<>();
  private final Map<Integer, Set<Integer>> lostPower = new TreeMap<>();
  private final Set<Integer> neverUp = new TreeSet<>();
  private final Set<Integer> notStartedAgain = new TreeSet<>();

  /** With these nodes, which all run. */
  PowerStep(Testbed testbed, Instruments bench, Voices voices, Set<Integer> nodes) {
    this.testbed = testbed;
    this.bench = bench;
    this.voices = voices;
    this.nodes = nodes;
    names = new WireNames(testbed);
    silenceNs = Math.max(SILENCE_NS, 5 * testbed.timing().cycleNs());
  }

  /** By the node whose CRASH line was driven: who fell silent. */
  Map<Integer, Set<Integer>> crashed() {
    return crashed;
  }

  /** By the node whose power was cut: whose sense inputs fell. */
  Map<Integer, Set<Integer>> fell() {
    return fell;
  }

  /** By the node whose power was cut: who else fell silent. */
  Map<Integer, Set<Integer>> lostPower() {
    return lostPower;
  }

  /** Those whose sense input was low while they had power. */
  Set<Integer> neverUp() {
    return neverUp;
  }

  /** Those that did not come back. */
  Set<Integer> notStartedAgain() {
    return notStartedAgain;
  }

  void walk() throws IOException, InterruptedException {
    Set<Integer> senses = ups();
    nodes.stream()
        .filter(node -> has("sense", node) && !senses.contains(node))
        .forEach(neverUp::add);
    for (int node : nodes) {
      Map<Integer, Integer> boots = new TreeMap<>();
      running().forEach(it -> boots.put(it, voices.boot(it)));
      Set<Integer> silent = has("crash", node) ? crashTwice(node) : Set.of();
      cut(node, silent);
      Set<Integer> dead = new TreeSet<>(silent);
      dead.add(node);
      dead.addAll(lostPower.getOrDefault(node, Set.of()));
      restart(dead, boots);
    }
  }

  private boolean has(String use, int node) {
    return !names.of(use, node).isEmpty();
  }

  private Set<Integer> running() {
    Set<Integer> running = new TreeSet<>(nodes);
    running.removeAll(notStartedAgain);
    return running;
  }

  /** A second time, if the first was not as it should be: one may fall silent for other reasons. */
  private Set<Integer> crashTwice(int node) throws IOException, InterruptedException {
    Set<Integer> first = crash(node);
    if (first.equals(Set.of(node))) {
      return first;
    }
    Map<Integer, Integer> boots = new TreeMap<>();
    first.forEach(it -> boots.put(it, voices.boot(it)));
    restart(first, boots);
    Set<Integer> second = crash(node);
    Set<Integer> both = new TreeSet<>(first);
    both.retainAll(second);
    crashed.put(node, both);
    return second;
  }

  /** Whoever dies of it dies at once, but the silence has to be told from a host's pause. */
  private Set<Integer> crash(int node) throws IOException, InterruptedException {
    Signs signs = new Signs(bench, voices, running());
    bench.crashLine(node, true);
    Set<Integer> silent = signs.awaitSilence(silenceNs, Math.max(CRASH_NS_MAX, 2 * silenceNs));
    bench.crashLine(node, false);
    crashed.put(node, silent);
    return silent;
  }

  private void cut(int node, Set<Integer> silent) throws IOException, InterruptedException {
    Set<Integer> before = ups();
    Set<Integer> others = running();
    others.removeAll(silent);
    Signs signs = new Signs(bench, voices, others);
    bench.power(node, false);
    if (has("sense", node)) {
      long withinNs = byPerson(node) ? PERSON_NS_MAX : SENSE_NS_MAX;
      fell.put(node, awaitFall(before, withinNs));
    }
    Set<Integer> seen = fell.getOrDefault(node, Set.of());
    if (!seen.equals(Set.of(node))) { // is it the sense wire, or the power itself?
      Set<Integer> dark = signs.awaitSilence(silenceNs, Math.max(CRASH_NS_MAX, 2 * silenceNs));
      dark = new TreeSet<>(dark);
      dark.remove(node);
      lostPower.put(node, dark);
    }
  }

  private boolean byPerson(int node) {
    return !testbed.nodeById(node).isVirtual()
        && testbed.nodeById(node).power().by().equals("person");
  }

  private Set<Integer> awaitFall(Set<Integer> before, long withinNs)
      throws IOException, InterruptedException {
    long endNs = System.nanoTime() + withinNs;
    Set<Integer> fallen = new TreeSet<>();
    while (fallen.isEmpty() && System.nanoTime() < endNs) {
      Thread.sleep(LOOK_MS);
      fallen.addAll(before);
      fallen.removeAll(ups());
    }
    return fallen;
  }

  private Set<Integer> ups() throws IOException {
    return bench.tally().where(it -> Boolean.TRUE.equals(it.sense()));
  }

  /** Gives power back to all that lost it or have died; a new boot of each says that it runs. */
  private void restart(Set<Integer> dead, Map<Integer, Integer> boots)
      throws IOException, InterruptedException {
    for (int node : dead) {
      bench.power(node, false);
    }
    Thread.sleep(LOOK_MS);
    for (int node : dead) {
      await(() -> !isUp(node), SENSE_NS_MAX / 4); // else its supply never was off
      bench.power(node, true);
    }
    for (int node : dead) {
      long bootNs = testbed.nodeById(node).isVirtual() ? BOOT_NS_MAX : PI_BOOT_NS_MAX;
      if (boots.containsKey(node) && !await(() -> voices.boot(node) > boots.get(node), bootNs)) {
        notStartedAgain.add(node);
      }
    }
  }

  private boolean isUp(int node) throws IOException {
    return has("sense", node) && ups().contains(node);
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  private static boolean await(Condition condition, long withinNs)
      throws IOException, InterruptedException {
    long endNs = System.nanoTime() + withinNs;
    while (!condition.holds()) {
      if (System.nanoTime() > endNs) {
        return false;
      }
      Thread.sleep(LOOK_MS);
    }
    return true;
  }
}
