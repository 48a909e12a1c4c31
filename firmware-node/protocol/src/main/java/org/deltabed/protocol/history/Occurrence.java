package org.deltabed.protocol.history;

import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;

/**
 * An event that crossed an instance's upper interface at a process.
 *
 * @param timeNs when, on the clock that the trace was brought to; properties count in slots and do
 *     not read it
 * @param slot when, in slots since the run's start
 * @param ref where the record is ({@code file:line}), named by explanations
 */
public record Occurrence(
    int process,
    long timeNs,
    long slot,
    String instance,
    Direction direction,
    Event event,
    String ref) {

  /** For an explanation: {@code p2 Decide[value=7] in slot 3 (node2-1.jsonl:41)}. */
  @Override
  public String toString() {
    return "p"
        + process
        + " "
        + event
        + " in slot "
        + slot
        + (ref.isEmpty() ? "" : " (" + ref + ")");
  }
}
