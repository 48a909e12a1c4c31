package org.deltabed.lab.calibrate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How late nodes are against their own schedule: rounds begin a cycle apart, so whatever comes
 * later than the most punctual in a stretch of rounds is late.
 */
final class Lateness {

  /** Rounds in a stretch: clocks are corrected, and drift apart, over longer ones. */
  private static final int STRETCH = 16;

  private final long cycleNs;
  private final Map<Long, List<Long>> phases = new HashMap<>();

  Lateness(long cycleNs) {
    this.cycleNs = cycleNs;
  }

  /** Something that a node does once a round was done at that time on its clock. */
  void add(int node, int slot, int round, long timeNs) {
    long stretch = ((long) (round / STRETCH) << 16) | (long) slot << 8 | node;
    phases.computeIfAbsent(stretch, _ -> new ArrayList<>()).add(timeNs - round * cycleNs);
  }

  /** How late each was, sorted. */
  List<Long> sorted() {
    List<Long> late = new ArrayList<>();
    for (List<Long> stretch : phases.values()) {
      long punctualNs = Collections.min(stretch);
      stretch.forEach(it -> late.add(it - punctualNs));
    }
    Collections.sort(late);
    return late;
  }
}
