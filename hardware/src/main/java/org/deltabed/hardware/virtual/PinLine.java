package org.deltabed.hardware.virtual;

import java.util.HashSet;
import java.util.Set;

/** One line of a board: its level outlives whoever drove it. Guarded by the board's lock. */
final class PinLine {
  final String name;
  boolean high;
  long edges;

  /** The connection that drives it, or null: then the board's own process may. */
  PinSession owner;

  final Set<PinSession> watchers = new HashSet<>();

  PinLine(String name, boolean high) {
    this.name = name;
    this.high = high;
  }
}
