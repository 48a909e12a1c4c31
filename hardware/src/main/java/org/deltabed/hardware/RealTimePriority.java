package org.deltabed.hardware;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.deltabed.hardware.posix.Posix;

/**
 * Real-time priority (SCHED_FIFO) for the few threads that slots depend on: they then run as soon
 * as they are due, whatever else the host computes. Linux grants it to root, to services with
 * {@code LimitRTPRIO}, and else not; then everything works as before, with later wake-ups, which
 * the measured jitter shows.
 */
public enum RealTimePriority {
  /** Something that only watches. */
  WATCH(5),
  /** A node's slots. */
  NODE(20),
  /** A node's receiver, which stamps arrivals. */
  RECEIVER(21),
  /** The virtual line: it must be more punctual than its users. */
  LINE(30);

  private final int priority;

  RealTimePriority(int priority) {
    this.priority = priority;
  }

  /** Asks for it, for the calling thread alone; false if the system does not grant it. */
  public boolean request() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment parameter = arena.allocateFrom(ValueLayout.JAVA_INT, priority);
      return new Posix(arena).scheduleFifo(parameter) == 0;
    }
  }
}
