package org.deltabed.hardware.virtual;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.deltabed.hardware.posix.Posix;

/**
 * Waits for terminals, for a time with nanosecond resolution, or for {@link #wake} from another
 * thread. All memory is allocated at the start.
 */
final class Waiter {

  private static final int POLLFD_BYTES = 8;
  private static final int EVENTS_AT = 4;
  private static final int REVENTS_AT = 6;

  private final Arena arena = Arena.ofShared();
  private final Posix waiting = new Posix(arena);
  private final Posix waking = new Posix(arena);
  private final MemorySegment fds = arena.allocate(POLLFD_BYTES * (VirtualBus.PORTS_MAX + 1L), 8);
  private final MemorySegment timeout = arena.allocate(16, 8);
  private final MemorySegment one = arena.allocate(ValueLayout.JAVA_LONG);
  private final MemorySegment counter = arena.allocate(ValueLayout.JAVA_LONG);
  private final int event;
  private int count;

  Waiter() throws IOException {
    event = waiting.eventfd();
    if (event < 0) {
      throw waiting.failure("eventfd");
    }
    one.set(ValueLayout.JAVA_LONG, 0, 1);
  }

  /** Starts a new set of descriptors. */
  void begin() {
    count = 0;
    add(event, true);
  }

  /** Adds one and returns its index; it is only waited for if {@code wanted}. */
  int add(int fd, boolean wanted) {
    long at = (long) POLLFD_BYTES * count;
    fds.set(ValueLayout.JAVA_INT, at, fd);
    fds.set(ValueLayout.JAVA_SHORT, at + EVENTS_AT, wanted ? Posix.POLLIN : 0);
    fds.set(ValueLayout.JAVA_SHORT, at + REVENTS_AT, (short) 0);
    return count++;
  }

  /** Waits at most so long, until something can be read, or until somebody wakes us. */
  void await(long waitNs) {
    long boundedNs = Math.max(0, waitNs);
    timeout.set(ValueLayout.JAVA_LONG, 0, boundedNs / 1_000_000_000L);
    timeout.set(ValueLayout.JAVA_LONG, 8, boundedNs % 1_000_000_000L);
    int ready = waiting.ppoll(fds, count, timeout);
    if (ready < 0 && waiting.errno() != Posix.EINTR) {
      throw new IllegalStateException(waiting.failure("ppoll"));
    }
    if (isReadable(0)) {
      waiting.read(event, counter, counter.byteSize());
    }
  }

  boolean isReadable(int index) {
    short ready = fds.get(ValueLayout.JAVA_SHORT, (long) POLLFD_BYTES * index + REVENTS_AT);
    return (ready & Posix.POLLIN) != 0;
  }

  /** Ends a wait, or the next one. For any thread. */
  synchronized void wake() {
    waking.write(event, one, one.byteSize());
  }

  /** For the waiting thread: its timers fire on time. */
  void exactTimers() {
    waiting.exactTimers();
  }

  void close() {
    waiting.close(event);
    arena.close();
  }
}
