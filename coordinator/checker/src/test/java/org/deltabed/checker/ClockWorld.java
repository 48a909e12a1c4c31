package org.deltabed.checker;

import java.util.Random;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;

/**
 * A node's clock with a known offset and drift, and the edges that lab and node would record of it:
 * every stamp late by some of what is allowed, some edges missing.
 */
final class ClockWorld {
  static final int PPM_MAX = 100;
  static final long MS = 1_000_000;

  final Random random;
  final LabEdges lab = new LabEdges();
  final NodeEdges node = new NodeEdges(1);
  final double ppm;
  final long offsetNs;
  private final TraceReading.Listener ofNode;

  /** Which edge of the SYNC wire the lab drives slowly, and for how long; none by itself. */
  int slowEdge = -1;

  long slowNs;
  private long seq;

  ClockWorld(long seed) {
    random = new Random(seed);
    ppm = random.nextDouble(-2 * PPM_MAX, 2 * PPM_MAX);
    offsetNs = random.nextLong(-1_000_000 * MS, 1_000_000 * MS);
    ofNode = node.ofRun(lab);
  }

  /** What the node's clock shows at a time of the lab's. */
  long nodeNs(long labNs) {
    return labNs + offsetNs + Math.round(labNs * ppm / 1e6);
  }

  long trueOffsetNs(long labNs) {
    return nodeNs(labNs) - labNs;
  }

  private long late() {
    return random.nextLong(ClockEvidence.EDGE_LATE_NS_MAX + 1);
  }

  /**
   * Drives the SYNC wire at irregular times; the node sees the edges from some time on.
   *
   * @param readBack whether the lab reads its own edge with the kernel's stamp; else it knows two
   *     times around it
   */
  void sync(long fromNs, long toNs, long nodeFromNs, boolean readBack, double missing) {
    long level = 0;
    int edge = 0;
    for (long timeNs = fromNs; timeNs < toNs; timeNs += random.nextLong(150 * MS, 400 * MS)) {
      level = 1 - level;
      long earliestNs = readBack ? timeNs + late() : timeNs - random.nextLong(30_000);
      long latestNs = readBack ? earliestNs : timeNs + random.nextLong(60_000);
      latestNs += edge++ == slowEdge ? slowNs : 0;
      if (random.nextDouble() >= missing) {
        String data = "{\"level\":" + level + "}";
        lab.record(of(Kind.SYNC_OUT, 0, latestNs, -1, 0, earliestNs, latestNs, data), 1);
      }
      if (timeNs >= nodeFromNs && random.nextDouble() >= missing) {
        ofNode.record(of(Kind.SYNC, 1, nodeNs(timeNs) + late(), -1, 0, level, 0, ""), 1);
      }
    }
  }

  void alive(long fromNs, long cycleNs, int rounds, double missing) {
    for (int round = 0; round < rounds; round++) {
      long edgeNs = fromNs + round * cycleNs + random.nextLong(cycleNs / 8);
      long beforeNs = nodeNs(edgeNs - random.nextLong(20_000));
      long afterNs = nodeNs(edgeNs + random.nextLong(20_000));
      ofNode.record(of(Kind.ALIVE, 1, afterNs, round, 0, beforeNs, afterNs, ""), 1);
      if (random.nextDouble() >= missing) {
        String data = "{\"pin\":\"alive\"}";
        lab.record(of(Kind.PIN, 0, edgeNs + late(), -1, 1, round & 1, 0, data), 1);
      }
    }
  }

  ClockEvidence.Clock clock() {
    lab.sort();
    node.sort();
    return ClockEvidence.of(node, lab, PPM_MAX);
  }

  private TraceRecord of(
      Kind kind, int ofNodeId, long timeNs, int round, int peer, long a, long b, String data) {
    return new TraceRecord("", ofNodeId, 1, seq++, timeNs, kind, round, -1, peer, a, b, data);
  }
}
