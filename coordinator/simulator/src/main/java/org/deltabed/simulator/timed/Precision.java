package org.deltabed.simulator.timed;

import java.util.List;

/** How far apart the live nodes' clocks were at worst, whenever a frame had passed. */
final class Precision {
  private final List<TimedNode> nodes;
  private long worstNs = TimedOutcome.NONE_NS;

  Precision(List<TimedNode> nodes) {
    this.nodes = nodes;
  }

  void measure(long position) {
    long firstNs = Long.MAX_VALUE;
    long lastNs = Long.MIN_VALUE;
    int live = 0;
    for (TimedNode node : nodes) {
      if (node.joined()) {
        long startNs = node.slotStartNs(position);
        firstNs = Math.min(firstNs, startNs);
        lastNs = Math.max(lastNs, startNs);
        live++;
      }
    }
    if (live > 1) {
      worstNs = Math.max(worstNs, lastNs - firstNs);
    }
  }

  long worstNs() {
    return worstNs;
  }
}
