package org.deltabed.agent.shell;

import org.deltabed.hardware.DigitalOutput;
import org.deltabed.hardware.MonotonicClock;

/** The node's ALIVE line, and what is recorded of its edges. Not for two threads at once. */
final class AliveLine {
  private final DigitalOutput output;
  private final PinRecords records;
  private final MonotonicClock clock;
  private boolean high;

  /** The line is low now. */
  AliveLine(DigitalOutput output, PinRecords records, MonotonicClock clock) {
    this.output = output;
    this.records = records;
    this.clock = clock;
  }

  /**
   * The level is the parity of the round, so that a witness can tell an edge that it missed. Where
   * that is the level already, a round was passed over: there is no edge, and none is recorded.
   */
  void show(int round, boolean inRun) {
    boolean next = (round & 1) == 1;
    if (next == high) {
      return;
    }
    long beforeNs = clock.nowNs();
    output.drive(next);
    long afterNs = clock.nowNs();
    high = next;
    if (inRun) {
      records.alive(round, beforeNs, afterNs); // as the witness, in runs only
    }
  }

  /** Drives a level that says nothing of a round, and is not recorded. */
  void hold(boolean level) {
    output.drive(level);
    high = level;
  }
}
