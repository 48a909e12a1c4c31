package org.deltabed.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;

/** Starts of nodes in one way, and how long they took by the records of witness and node. */
final class Starts {

  private record Start(String watch, int node, int boot) {}

  private static final double NS_PER_MS = 1e6;

  private final List<Start> starts = new ArrayList<>();
  private double[] toBootMs = {};
  private double[] toFirstFrameMs = {};

  void restart(LiveCluster cluster, int node, List<String> flags)
      throws IOException, InterruptedException {
    String watch = "start-" + node + "-" + cluster.boot(node);
    cluster.beginWatch(watch);
    cluster.restart(node, flags);
    cluster.awaitCycles(2);
    cluster.endWatch();
    starts.add(new Start(watch, node, cluster.boot(node)));
  }

  boolean isEmpty() {
    return starts.isEmpty();
  }

  /** Evaluates the records, which must all have been collected. */
  void read(LiveCluster cluster) throws IOException {
    toBootMs = new double[starts.size()];
    toFirstFrameMs = new double[starts.size()];
    for (int i = 0; i < starts.size(); i++) {
      Start start = starts.get(i);
      int process = cluster.testbed().nodeById(start.node).process();
      List<TraceRecord> witness = cluster.watched(start.watch);
      long powerNs = first(witness, Kind.POWER_ON, process, Long.MIN_VALUE);
      long frameNs = first(witness, Kind.LINE, process, powerNs);
      long bootNs = cluster.idleRecords(start.node, start.boot).getFirst().timeNs();
      toFirstFrameMs[i] = (frameNs - powerNs) / NS_PER_MS;
      toBootMs[i] = (bootNs - powerNs) / NS_PER_MS;
    }
  }

  /** When it first happened to a process after a time; {@code a} of both kinds says when. */
  private static long first(List<TraceRecord> records, Kind kind, int process, long afterNs) {
    return records.stream()
        .filter(record -> record.kind() == kind && record.peer() == process)
        .mapToLong(TraceRecord::a)
        .filter(timeNs -> timeNs > afterNs)
        .min()
        .orElseThrow(() -> new IllegalStateException("no " + kind + " of process " + process));
  }

  Spread toFirstFrame() {
    return Spread.of(toFirstFrameMs);
  }

  List<Figure> figures(String how) {
    return List.of(
        Figure.of("start", "power to first record, " + how, Spread.of(toBootMs), "ms"),
        Figure.of("start", "power to first frame, " + how, toFirstFrame(), "ms"));
  }
}
