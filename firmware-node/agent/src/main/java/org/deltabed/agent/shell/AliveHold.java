package org.deltabed.agent.shell;

/** Holds a node's ALIVE line still, so that somebody can see where its wire ends. */
public interface AliveHold {

  /** Of a node without such a line. */
  AliveHold NONE = (high, forMs) -> "this node has no ALIVE line";

  /**
   * Drives the line to a level and leaves it there for so long; then it follows the rounds again.
   * Any thread. A run that is armed meanwhile ends it.
   *
   * @param forMs 0 lets go of it at once
   * @return empty, or why it is not done
   */
  String hold(boolean high, long forMs);
}
