package org.deltabed.simulator.timed;

/** Schedules in a fixed order, each made when it is asked for, by any thread. */
interface Cases {
  long count();

  TimedSchedule at(long index);
}
