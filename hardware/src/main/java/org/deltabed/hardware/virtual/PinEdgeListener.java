package org.deltabed.hardware.virtual;

/** Hears of every edge on a board, in order. Called with the board locked: do not block. */
public interface PinEdgeListener {

  /**
   * A line changed.
   *
   * @param line its name, such as {@code node3.crash}
   * @param high the level after the edge
   * @param timeNs when the board changed it, on {@link System#nanoTime()}
   */
  void edge(String line, boolean high, long timeNs);
}
