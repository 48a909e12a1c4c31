package org.deltabed.checker;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;

/**
 * The clock of every boot against the lab's: by the SYNC wire, tightened by ALIVE lines, and by
 * frames that both sides saw where there is no wire. Where the wiring says that all share one clock
 * there is nothing to find.
 */
final class ClockOffsets {
  private record Boot(int node, int boot) implements Comparable<Boot> {
    @Override
    public int compareTo(Boot other) {
      return node != other.node
          ? Integer.compare(node, other.node)
          : Integer.compare(boot, other.boot);
    }
  }

  private final boolean shared;
  private final Map<Boot, ClockEvidence.Clock> clocks = new TreeMap<>();

  private ClockOffsets(boolean shared) {
    this.shared = shared;
  }

  static ClockOffsets shared() {
    return new ClockOffsets(true);
  }

  /** Reads all files once, if the clocks are not one. */
  static ClockOffsets of(RunFolder folder) {
    Testbed testbed = folder.testbed();
    if (testbed.clock().shared()) {
      return shared();
    }
    Map<Integer, Integer> processes =
        testbed.nodes().stream().collect(Collectors.toMap(NodeSpec::id, NodeSpec::process));
    LabEdges lab = new LabEdges();
    Map<Boot, NodeEdges> nodes = new TreeMap<>();
    Map<String, List<TraceFile>> byRun =
        folder.traces().stream()
            .collect(Collectors.groupingBy(TraceFile::run, TreeMap::new, Collectors.toList()));
    for (List<TraceFile> files : byRun.values()) {
      lab.nextRun();
      files.stream().filter(TraceFile::isWitness).forEach(file -> TraceReading.read(file, lab));
      for (TraceFile file : files) {
        Integer process = processes.get(file.node());
        if (process != null) {
          nodes
              .computeIfAbsent(new Boot(file.node(), file.boot()), _ -> new NodeEdges(process))
              .read(file, lab);
        }
      }
    }
    lab.sort();
    ClockOffsets offsets = new ClockOffsets(false);
    nodes.forEach(
        (boot, edges) -> {
          edges.sort();
          offsets.clocks.put(boot, ClockEvidence.of(edges, lab, testbed.clock().driftPpmMax()));
        });
    return offsets;
  }

  /** What is to be told of the clocks of a run's nodes; nothing where they share one. */
  List<ClockFinding> findings(RunTrace trace) {
    return shared
        ? List.of()
        : trace.nodes().entrySet().stream()
            .map(entry -> finding(trace, entry.getKey(), entry.getValue()))
            .toList();
  }

  private ClockFinding finding(RunTrace trace, int process, NodeTrace node) {
    ClockEvidence.Clock clock = of(node.file.node(), node.file.boot());
    long startNs = trace.time().startNs();
    long endNs = node.latest == null ? startNs : node.latest.timeNs();
    boolean known = clock.offset().known();
    return new ClockFinding(
        node.file.node(),
        process,
        node.file.boot(),
        known,
        startNs,
        known ? clock.offset().toNodeNs(startNs) - startNs : 0,
        known ? clock.offset().mostUncertainNs(startNs, endNs) : -1,
        clock.driftPpm(),
        clock.driftErrorPpm(),
        clock.syncEdges(),
        clock.syncEdgesSeen(),
        clock.aliveEdges());
  }

  /** The clock of a boot; one of which nothing is known if it left no records. */
  ClockEvidence.Clock of(int node, int boot) {
    return shared
        ? ClockEvidence.Clock.SHARED
        : clocks.getOrDefault(new Boot(node, boot), ClockEvidence.Clock.UNKNOWN);
  }
}
