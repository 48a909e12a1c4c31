package org.deltabed.trace;

import java.util.Objects;

/**
 * One record of a trace, of a node, of the lab's witness or of the simulator.
 *
 * @param run the run it belongs to, {@code ""} between runs
 * @param node the node's id, 0 for the lab's witness
 * @param boot how often the node has started, from 1
 * @param seq counts from 0 for each (node, boot), without gaps, over all runs of a boot
 * @param timeNs monotonic time of the node, in nanoseconds
 * @param kind what it is about; gives {@code peer}, {@code a} and {@code b} their meaning
 * @param round the round (cycle), {@link #NONE} where there is none
 * @param slot the slot, from 0, {@link #NONE} where there is none
 * @param peer a process rank (1 to n) other than the node itself, 0 where there is none
 * @param a first number
 * @param b second number
 * @param data the text of one JSON object on one line, or {@code ""}
 */
public record TraceRecord(
    String run,
    int node,
    int boot,
    long seq,
    long timeNs,
    Kind kind,
    int round,
    int slot,
    int peer,
    long a,
    long b,
    String data) {

  /** No round, or no slot. */
  public static final int NONE = -1;

  /** The version of the record schema that this code writes; a reader refuses any other. */
  public static final int SCHEMA_VERSION = 1;

  public TraceRecord {
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(data, "data");
  }

  /** The same record as a part of {@code run}. */
  public TraceRecord withRun(String run) {
    return new TraceRecord(run, node, boot, seq, timeNs, kind, round, slot, peer, a, b, data);
  }
}
