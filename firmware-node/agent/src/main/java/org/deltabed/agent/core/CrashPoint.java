package org.deltabed.agent.core;

import java.util.List;

/** A place in a run at which the node halts as if its power were cut. */
public sealed interface CrashPoint {
  /**
   * In its slot, after a prefix of the receivers has the frame.
   *
   * @param round 1 is the run's first round
   * @param slot the node's own slot; any slot if {@code subFrames} is 0
   * @param subFrames how many addressed sub-frames are wholly on the line; 0: halts at the slot's
   *     start
   * @param order the receiving processes in the order of the sub-frames
   */
  record AfterSubFrames(int round, int slot, int subFrames, List<Integer> order)
      implements CrashPoint {}

  /** When the first indication of the top instance is durable, before anything follows from it. */
  record AfterDecide() implements CrashPoint {}
}
