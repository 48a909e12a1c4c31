package org.deltabed.hardware.power;

/** Hears of the end of a node's process, whatever ended it. Called on a thread of its own. */
public interface ExitListener {

  /**
   * The process has ended.
   *
   * @param code its exit code; 128 + n if signal n ended it
   * @param seenNs when that was seen, on {@link System#nanoTime()}
   */
  void exited(int code, long seenNs);
}
