package org.deltabed.checker;

import java.util.ArrayList;
import java.util.List;

/** Makes of one boot's edges, and of the lab's, what is known of the boot's clock. */
final class ClockEvidence {
  /**
   * How long after an edge the kernel's time stamp of it may be. The stamp is taken in the
   * interrupt's first lines; what delays it is code that runs with interrupts off.
   */
  static final long EDGE_LATE_NS_MAX = 50_000;

  /**
   * The clock of a boot.
   *
   * @param offset at any time
   * @param syncEdges of the node that were recognised, of {@code syncEdgesSeen}
   * @param aliveEdges of the node that were recognised
   * @param driftPpm how much faster than the lab's it runs, over all recognised edges; 0 with less
   *     than two
   * @param driftErrorPpm how far that may be from the truth
   */
  record Clock(
      ClockOffset offset,
      int syncEdges,
      int syncEdgesSeen,
      int aliveEdges,
      double driftPpm,
      double driftErrorPpm) {
    static final Clock SHARED = new Clock(ClockOffset.shared(), 0, 0, 0, 0, 0);
    static final Clock UNKNOWN = new Clock(ClockOffset.of(0, List.of()), 0, 0, 0, 0, 0);
  }

  private static final double MILLION = 1e6;

  private final NodeEdges node;
  private final LabEdges lab;
  private final int driftPpmMax;
  private final List<ClockOffset.Known> known = new ArrayList<>();
  private int syncEdges;
  private int aliveEdges;
  private double driftPpm;
  private double driftErrorPpm;

  private ClockEvidence(NodeEdges node, LabEdges lab, int driftPpmMax) {
    this.node = node;
    this.lab = lab;
    this.driftPpmMax = driftPpmMax;
  }

  static Clock of(NodeEdges node, LabEdges lab, int driftPpmMax) {
    ClockEvidence evidence = new ClockEvidence(node, lab, driftPpmMax);
    evidence.frames();
    evidence.sync();
    evidence.alive();
    return new Clock(
        evidence.offset(),
        evidence.syncEdges,
        node.syncs().size(),
        evidence.aliveEdges,
        evidence.driftPpm,
        evidence.driftErrorPpm);
  }

  private ClockOffset offset() {
    return ClockOffset.of(driftPpmMax, known);
  }

  private void frames() {
    known.addAll(node.frames());
  }

  private void sync() {
    int[] found = SyncAlignment.align(node.sync(), lab.sync(), offset());
    int first = SyncAlignment.NONE;
    int last = SyncAlignment.NONE;
    for (int i = 0; i < found.length; i++) {
      if (found[i] != SyncAlignment.NONE) {
        first = first == SyncAlignment.NONE ? i : first;
        last = i;
        syncEdges++;
        known.add(sync(node.syncs().get(i).timeNs(), lab.driven().get(found[i])));
      }
    }
    if (syncEdges > 1) {
      drift(first, found[first], last, found[last]);
    }
  }

  /**
   * Node's stamp: late by 0 to the most. Lab's own: the same, if it was read back, else between.
   */
  private static ClockOffset.Known sync(long nodeNs, LabEdges.Driven driven) {
    boolean readBack = driven.earliestNs() == driven.latestNs();
    return new ClockOffset.Known(
        nodeNs,
        Durations.between(driven.latestNs(), nodeNs) - EDGE_LATE_NS_MAX,
        Durations.between(driven.earliestNs(), nodeNs) + (readBack ? EDGE_LATE_NS_MAX : 0));
  }

  private void drift(int first, int firstDriven, int last, int lastDriven) {
    LabEdges.Driven from = lab.driven().get(firstDriven);
    LabEdges.Driven to = lab.driven().get(lastDriven);
    long labNs = to.middleNs() - from.middleNs();
    long nodeNs = node.syncs().get(last).timeNs() - node.syncs().get(first).timeNs();
    long errorNs =
        2 * EDGE_LATE_NS_MAX
            + (from.latestNs() - from.earliestNs() + to.latestNs() - to.earliestNs()) / 2;
    if (labNs > 0) {
      driftPpm = (nodeNs - labNs) * MILLION / labNs;
      driftErrorPpm = errorNs * MILLION / labNs;
    }
  }

  /** An ALIVE edge narrows what is known where that tells which edge of the witness it is. */
  private void alive() {
    ClockOffset coarse = offset();
    if (!coarse.known()) {
      return;
    }
    List<LabEdges.Alive> edges = lab.alive(node.process());
    int from = 0;
    for (NodeEdges.Alive own : node.alives()) {
      long earliestNs = own.beforeNs() - coarse.highNs(own.beforeNs());
      long latestNs = own.afterNs() - coarse.lowNs(own.afterNs()) + EDGE_LATE_NS_MAX;
      while (from < edges.size() && edges.get(from).timeNs() < earliestNs) {
        from++;
      }
      boolean only =
          from < edges.size()
              && edges.get(from).timeNs() <= latestNs
              && edges.get(from).level() == own.level()
              && (from + 1 == edges.size() || edges.get(from + 1).timeNs() > latestNs);
      if (only) {
        aliveEdges++;
        known.add(alive(own, edges.get(from).timeNs()));
      }
    }
  }

  /** As of the second reading; until then no clock drifts by a 500th of the time. */
  private static ClockOffset.Known alive(NodeEdges.Alive own, long seenNs) {
    long driftNs = Durations.between(own.beforeNs(), own.afterNs()) / 500 + 1;
    return new ClockOffset.Known(
        own.afterNs(),
        Durations.between(seenNs, own.beforeNs()) - driftNs,
        Durations.between(seenNs, own.afterNs()) + EDGE_LATE_NS_MAX + driftNs);
  }
}
