package org.deltabed.checker;

import java.util.Arrays;

/**
 * Finds which of the edges that the lab drove on the SYNC wire each edge is that a node saw. The
 * times between the lab's edges are irregular, so a few in a row fit in one place only; either side
 * may lack some.
 */
final class SyncAlignment {
  /** An edge that no other was found for. */
  static final int NONE = -1;

  /** Much more than any clock drifts: one that drifts beyond its bound must still be recognised. */
  private static final long DRIFT_DIVISOR = 1_000;

  /** Without an edge for so long, the next is no longer told from its neighbours. */
  private static final long TRACK_NS_MAX = 20_000_000_000L;

  private static final int BLOCK = 8;
  private static final int FEWEST = 3;

  /** Edges of one side in the order of time. */
  static final class Edges {
    private final long[] timesNs;
    private final long[] levels;
    private final long offNs;

    /**
     * @param timesNs each on the clock of its side
     * @param levels the level after each
     * @param offNs by how much a time may be wrong, beside the lateness of kernels
     */
    Edges(long[] timesNs, long[] levels, long offNs) {
      this.timesNs = timesNs;
      this.levels = levels;
      this.offNs = offNs;
    }

    int size() {
      return timesNs.length;
    }
  }

  private final Edges node;
  private final Edges lab;
  private final int[] found;
  private final long stampsNs;

  private SyncAlignment(Edges node, Edges lab) {
    this.node = node;
    this.lab = lab;
    found = new int[node.size()];
    Arrays.fill(found, NONE);
    stampsNs = 2 * ClockEvidence.EDGE_LATE_NS_MAX + node.offNs + lab.offNs;
  }

  /**
   * The lab's edge for each of the node's, or {@link #NONE}.
   *
   * @param coarse what is known of the node's clock already
   */
  static int[] align(Edges node, Edges lab, ClockOffset coarse) {
    SyncAlignment alignment = new SyncAlignment(node, lab);
    int next = 0;
    while (next < node.size()) {
      int anchor = alignment.anchor(next, coarse);
      next = anchor == NONE ? next + 1 : alignment.follow(next, anchor);
    }
    return alignment.found;
  }

  /** The lab's edge for one of the node's, by what is known or by those that follow it. */
  private int anchor(int edge, ClockOffset coarse) {
    if (coarse.known()) {
      long atNs = node.timesNs[edge];
      long fromNs = atNs - coarse.highNs(atNs) - stampsNs;
      long toNs = atNs - coarse.lowNs(atNs) + stampsNs;
      int first = lowerBound(fromNs);
      boolean only = first < lab.size() && lab.timesNs[first] <= toNs;
      only &= first + 1 >= lab.size() || lab.timesNs[first + 1] > toNs;
      if (only) {
        return lab.levels[first] == node.levels[edge] ? first : NONE;
      }
    }
    return byPattern(edge);
  }

  private int byPattern(int edge) {
    int block = Math.min(BLOCK, node.size() - edge);
    int best = NONE;
    int bestScore = 0;
    int secondScore = 0;
    for (int candidate = 0; candidate < lab.size(); candidate++) {
      int score = score(edge, candidate, block);
      if (score > bestScore) {
        secondScore = bestScore;
        bestScore = score;
        best = candidate;
      } else {
        secondScore = Math.max(secondScore, score);
      }
    }
    boolean enough = bestScore >= FEWEST && 4 * bestScore >= 3 * block;
    return enough && 2 * secondScore <= bestScore ? best : NONE;
  }

  /** How many of a block of the node's edges fit, if the first is the candidate. */
  private int score(int edge, int candidate, int block) {
    if (node.levels[edge] != lab.levels[candidate]) {
      return 0;
    }
    int score = 1;
    int last = edge;
    int lastFound = candidate;
    for (int next = edge + 1; next < edge + block; next++) {
      int fits = fits(next, last, lastFound);
      if (fits != NONE) {
        score++;
        last = next;
        lastFound = fits;
      }
    }
    return score;
  }

  /** Goes on from an anchor as far as edges fit; returns the first edge that was not reached. */
  private int follow(int edge, int anchor) {
    found[edge] = anchor;
    int last = edge;
    int next = edge + 1;
    while (next < node.size() && node.timesNs[next] - node.timesNs[last] < TRACK_NS_MAX) {
      found[next] = fits(next, last, found[last]);
      last = found[next] == NONE ? last : next;
      next++;
    }
    return next;
  }

  /** The only edge of the lab that is as far from one that is known as the node's is, or none. */
  private int fits(int edge, int known, int knownFound) {
    long apartNs = node.timesNs[edge] - node.timesNs[known];
    long dueNs = lab.timesNs[knownFound] + apartNs;
    long offNs = stampsNs + Math.abs(apartNs) / DRIFT_DIVISOR;
    int first = lowerBound(dueNs - offNs);
    boolean fits =
        first < lab.size()
            && lab.timesNs[first] <= dueNs + offNs
            && (first + 1 == lab.size() || lab.timesNs[first + 1] > dueNs + offNs)
            && lab.levels[first] == node.levels[edge];
    return fits ? first : NONE;
  }

  private int lowerBound(long timeNs) {
    int at = Arrays.binarySearch(lab.timesNs, timeNs);
    return at >= 0 ? at : -at - 1;
  }
}
