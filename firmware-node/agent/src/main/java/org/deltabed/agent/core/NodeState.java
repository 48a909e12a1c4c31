package org.deltabed.agent.core;

/** A node's state on the bus. */
public enum NodeState {
  /** Silent; takes over the time of whoever it hears. */
  LISTEN("listen"),
  /** Heard nobody for long, proposed its own time, and waits for an answer. */
  COLD_START("coldStart"),
  /** Took over the time of a frame, and has not sent yet: nobody relies on it. */
  INTEGRATING("integrating"),
  /** Sends in its own slot. */
  JOINED("joined");

  /** As in traces and status messages. */
  public final String text;

  NodeState(String text) {
    this.text = text;
  }
}
