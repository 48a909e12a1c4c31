package org.deltabed.protocol;

/**
 * The last slot of a cycle has passed, and what was in it is delivered: the only clock that a
 * protocol has. It enters a tower from below ({@link Stack#cycleEnd}) and is no part of any
 * abstraction's interface.
 */
public record CycleEnd() implements Event {
  static final CycleEnd NOW = new CycleEnd();
}
