package org.deltabed.lab.check;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.deltabed.lab.bench.Instruments;
import org.deltabed.lab.bench.Tally;

/**
 * Signs of life that no wire in question carries: frames with the node's own number on the bus, and
 * what its program says over MQTT.
 */
final class Signs {

  private static final long LOOK_MS = 50;

  private final Instruments bench;
  private final Voices voices;
  private final Set<Integer> nodes;
  private final Map<Integer, Long> frames = new TreeMap<>();
  private final Map<Integer, Long> lastNs = new TreeMap<>();

  /** Of these nodes, all of which count as alive now. */
  Signs(Instruments bench, Voices voices, Set<Integer> nodes) throws IOException {
    this.bench = bench;
    this.voices = voices;
    this.nodes = nodes;
    nodes.forEach(node -> lastNs.put(node, System.nanoTime()));
    look();
  }

  private Tally look() throws IOException {
    Tally tally = bench.tally();
    long nowNs = System.nanoTime();
    for (int node : nodes) {
      long now = tally.nodes().get(node).frames();
      Long before = frames.put(node, now);
      if (before != null && now > before) {
        lastNs.put(node, nowNs);
      }
      lastNs.merge(node, voices.lastNs(node), Math::max);
    }
    return tally;
  }

  /**
   * The nodes that have fallen silent, when that has not changed for a while; none if nobody has by
   * the end of the time.
   *
   * @param silenceNs without a sign for so long, a node is silent
   */
  Set<Integer> awaitSilence(long silenceNs, long withinNs)
      throws IOException, InterruptedException {
    long endNs = System.nanoTime() + withinNs;
    Set<Integer> silent = Set.of();
    long sinceNs = System.nanoTime();
    while (System.nanoTime() < endNs) {
      look();
      Set<Integer> now = silent(silenceNs);
      if (!now.equals(silent)) {
        silent = now;
        sinceNs = System.nanoTime();
      } else if (!silent.isEmpty() && System.nanoTime() - sinceNs > silenceNs / 2) {
        return silent;
      }
      Thread.sleep(LOOK_MS);
    }
    return silent;
  }

  private Set<Integer> silent(long silenceNs) {
    Set<Integer> silent = new TreeSet<>();
    long nowNs = System.nanoTime();
    lastNs.forEach(
        (node, ns) -> {
          if (nowNs - ns > silenceNs) {
            silent.add(node);
          }
        });
    return silent;
  }
}
