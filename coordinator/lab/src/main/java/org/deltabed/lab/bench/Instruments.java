package org.deltabed.lab.bench;

import java.io.IOException;

/** A bench's instruments in the hands of who looks for mistakes in the wiring. */
public interface Instruments {

  /** What they show, and have counted since the bench was started. */
  Tally tally() throws IOException;

  /** Drives a node's CRASH line. */
  void crashLine(int node, boolean high) throws IOException;

  /**
   * Has a node's power switched by what the wiring names, or, in place of a person on a virtual
   * testbed, by the stage itself. What comes of it is for {@link #tally} to show.
   */
  void power(int node, boolean on) throws IOException;
}
