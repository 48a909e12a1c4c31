package org.deltabed.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;

/**
 * All records of one run.
 *
 * @param run as the lab started it
 * @param testbed the resolved wiring
 * @param time its rounds and slots
 * @param nodes by process; a process without a file is absent. Only the boots that the run began
 *     with: a node that came back is never the same process (F05)
 * @param foreign files of other boots, which do not count
 * @param witness null when there is no file of the witness
 */
record RunTrace(
    CampaignRun run,
    Testbed testbed,
    RunTime time,
    Map<Integer, NodeTrace> nodes,
    List<NodeTrace> foreign,
    WitnessTrace witness) {

  static RunTrace read(CampaignRun run, RunFolder folder, ClockOffsets clocks) {
    List<TraceFile> files = folder.tracesOf(run.id());
    return of(
        run, folder.testbed(), files.parallelStream().map(file -> read(file, clocks)).toList());
  }

  /** Of the run's files, each read by a {@link NodeTrace} or a {@link WitnessTrace}. */
  static RunTrace of(CampaignRun run, Testbed testbed, List<TraceReading.Listener> read) {
    Map<Integer, NodeTrace> nodes = new TreeMap<>();
    List<NodeTrace> foreign = new ArrayList<>();
    for (NodeTrace trace : of(NodeTrace.class, read)) {
      Integer boot = run.boots().get(trace.file.node());
      if (boot == null) {
        throw new BadEvidence(trace.file.name(), 0, "is of a node that the wiring does not have");
      }
      if (boot == trace.file.boot()) {
        nodes.put(testbed.nodeById(trace.file.node()).process(), trace);
      } else {
        foreign.add(trace);
      }
    }
    WitnessTrace witness = of(WitnessTrace.class, read).stream().findFirst().orElse(null);
    return new RunTrace(
        run, testbed, RunTime.of(run, testbed, startNs(nodes)), nodes, foreign, witness);
  }

  private static TraceReading.Listener read(TraceFile file, ClockOffsets clocks) {
    return file.isWitness()
        ? WitnessTrace.read(file)
        : NodeTrace.read(file, clocks.of(file.node(), file.boot()).offset());
  }

  private static <T> List<T> of(Class<T> type, List<TraceReading.Listener> read) {
    return read.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /**
   * By how much a time of a process may be wrong on the lab's clock: 0 where all share one clock.
   */
  long uncertaintyNs(int process, long timeNs) {
    NodeTrace trace = nodes.get(process);
    if (trace != null) {
      return trace.clock.uncertaintyNs(timeNs);
    }
    return testbed.clock().shared() ? 0 : ClockOffset.UNKNOWN_NS;
  }

  /** Node id of a process; 0 if there is no such process. */
  int nodeId(int process) {
    return process < 1 || process > testbed.n() ? 0 : testbed.node(process).id();
  }

  /** For texts: {@code node 3 (p3)}. */
  String name(int process) {
    return process < 1 || process > testbed.n()
        ? "an unknown node"
        : "node " + nodeId(process) + " (p" + process + ")";
  }

  List<Integer> processes() {
    return testbed.nodes().stream().map(NodeSpec::process).toList();
  }

  /** The processes that misbehaved on purpose. */
  ProcessSet byzantine() {
    ProcessSet processes = ProcessSet.EMPTY;
    for (int node : run.byzantine().keySet()) {
      processes = processes.with(testbed.nodeById(node).process());
    }
    return processes;
  }

  boolean ended(int process) {
    NodeTrace trace = nodes.get(process);
    return trace != null && trace.runEnd != null;
  }

  /** A finding that a record shows. */
  Reason reason(Verdict verdict, String rule, int process, Seen seen, long excessNs, String text) {
    long slot = time.slotOf(seen.record());
    return new Reason(
        verdict,
        rule,
        nodeId(process),
        time.roundOfSlot(slot),
        time.slotInRound(slot),
        seen.timeNs(),
        excessNs,
        text,
        seen.ref());
  }

  /** The earliest of the nodes'; where clocks differ, those that are known count. */
  private static long startNs(Map<Integer, NodeTrace> nodes) {
    boolean anyKnown = nodes.values().stream().anyMatch(trace -> trace.clock.known());
    return nodes.values().stream()
        .filter(trace -> trace.runStart != null)
        .filter(trace -> trace.clock.known() || !anyKnown)
        .mapToLong(trace -> trace.runStart.record().a())
        .min()
        .orElse(0);
  }
}
