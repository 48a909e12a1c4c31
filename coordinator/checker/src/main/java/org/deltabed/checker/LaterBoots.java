package org.deltabed.checker;

import java.util.Map;
import java.util.TreeMap;

/**
 * When each boot of each node began, on the lab's clock: by then the boot before it was dead, if
 * not long before.
 */
final class LaterBoots {
  /**
   * A boot's first record.
   *
   * @param latestNs the latest time on the lab's clock at which it may have been
   */
  record Began(Seen seen, long latestNs) {}

  private final Map<Integer, TreeMap<Integer, Began>> byNode = new TreeMap<>();

  /** The last boot of each node, whether its clock is known or not. */
  private final Map<Integer, Integer> last = new TreeMap<>();

  void add(NodeTrace trace) {
    for (Seen boot : trace.boots) {
      last.merge(trace.file.node(), trace.file.boot(), Math::max);
      if (trace.clock.known()) {
        long latestNs = Durations.between(-trace.clock.uncertaintyNs(boot.timeNs()), boot.timeNs());
        byNode
            .computeIfAbsent(trace.file.node(), _ -> new TreeMap<>())
            .putIfAbsent(trace.file.boot(), new Began(boot, latestNs));
      }
    }
  }

  /** Whether a node had a boot after one. */
  boolean any(int node, int boot) {
    return last.getOrDefault(node, 0) > boot;
  }

  /** The next boot of a node after one, or null if there is none whose clock is known. */
  Began after(int node, int boot) {
    var next = byNode.getOrDefault(node, new TreeMap<>()).higherEntry(boot);
    return next == null ? null : next.getValue();
  }
}
