package org.deltabed.simulator.schedule;

/**
 * Everything that an adversary decided in one run: the run follows from it and from nothing else.
 */
public sealed interface Schedule permits LockstepSchedule, AsyncSchedule {
  Setting setting();
}
