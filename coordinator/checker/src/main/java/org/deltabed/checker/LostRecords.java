package org.deltabed.checker;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.deltabed.protocol.history.Property;

/**
 * Processes whose last records never reached the lab's disk, because they crashed or because the
 * lab died: others got a frame of which they have no record. What else is lost, requests among it,
 * nobody knows (decision 0012).
 */
final class LostRecords {
  /**
   * Properties that read no request of a process that crashed, but only what is indicated (which is
   * durable where it counts), or what was asked of correct processes. Any other might.
   */
  private static final Set<String> WITHOUT_REQUESTS =
      Set.of(
          "agreement",
          "uniform agreement",
          "termination",
          "total order",
          "strong completeness",
          "strong accuracy",
          "local monotonicity",
          "completeness",
          "accuracy");

  private final RunTrace trace;
  private final Crashes crashes;

  /** By process: the record of the frame that another got of it. */
  private final Map<Integer, String> frames = new TreeMap<>();

  LostRecords(RunTrace trace, Crashes crashes) {
    this.trace = trace;
    this.crashes = crashes;
    trace.nodes().values().forEach(this::look);
  }

  private void look(NodeTrace receiver) {
    for (int i = 0; i < receiver.frames.size(); i++) {
      int sender = receiver.frames.sender(i);
      NodeTrace records = trace.nodes().get(sender);
      boolean crashed = crashes.crashed(sender) && (records != null || givenUp());
      boolean brokeOff = crashed || crashes.unseen(sender);
      if (brokeOff && (records == null || records.sends.find(receiver.frames.key(i)) < 0)) {
        frames.putIfAbsent(sender, receiver.file.ref(receiver.frames.line(i)));
      }
    }
  }

  private boolean givenUp() {
    return trace.run().state() == RunState.ABORTED;
  }

  /** Whether what is lost may be what a property misses. */
  boolean mayExplain(Property property) {
    return !frames.isEmpty() && !WITHOUT_REQUESTS.contains(property.name());
  }

  static boolean readsNoRequest(Property property) {
    return WITHOUT_REQUESTS.contains(property.name());
  }

  /** For the verdict: who lost records, and what shows it. */
  String inWords() {
    int process = frames.keySet().iterator().next();
    return trace.name(process)
        + (crashes.crashed(process)
            ? " crashed and lost its last records"
            : " had records that never came, as the lab died")
        + ": others got a frame of it that it has no record of ("
        + frames.get(process)
        + "). What it was asked for may be among them";
  }

  /** A process that lost records; there must be one. */
  int node() {
    return trace.nodeId(frames.keySet().iterator().next());
  }

  /** The record that shows it. */
  String ref() {
    return frames.values().iterator().next();
  }
}
