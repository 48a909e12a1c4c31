package org.deltabed.hardware.power;

import org.deltabed.hardware.PowerState;

/**
 * Sees whether a node has power, by other means than what switches it: its supply's sense pin, or
 * the node's own signs of life.
 */
public interface PowerSeen {

  /** Whether it is the supply that is seen; silence, or its end, is no proof of it. */
  boolean seesSupply();

  /** What is seen now. */
  PowerState now();

  /**
   * Waits until the node is seen to be as wanted.
   *
   * @param askedNs when the change was asked for, on {@link System#nanoTime()}; a sign that is
   *     older shows that it was so before
   * @param untilNs when to give up
   * @return the sign, or null if none came in time
   */
  Sign await(PowerState wanted, long askedNs, long untilNs) throws InterruptedException;

  /**
   * What was seen.
   *
   * @param timeNs when it happened, on {@link System#nanoTime()}, as near as the witness knows
   * @param by who saw it, in words for a record
   */
  record Sign(long timeNs, String by) {}
}
