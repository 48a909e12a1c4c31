package org.deltabed.hardware.gpio;

import static org.deltabed.hardware.gpio.GpioUapi.EVENT;
import static org.deltabed.hardware.gpio.GpioUapi.at;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.deltabed.hardware.DigitalInput.EdgeListener;
import org.deltabed.hardware.RealTimePriority;
import org.deltabed.hardware.posix.Posix;

/** The thread that takes one line's events from the kernel. It allocates nothing per edge. */
final class EdgeReader implements Runnable {

  private static final int EVENTS = 64;
  private static final int POLL_FD_BYTES = 8;
  private static final int EVENTS_AT = 4;
  private static final int REVENTS_AT = 6;

  /**
   * A chip that is unbound wakes nobody on kernels before 6.5; only the next poll says so. This is
   * how long it may take.
   */
  private static final long POLL_NS = 250_000_000;

  private static final long END_MS_MAX = 2_000;
  private static final long TIME_AT = at(EVENT, "timestamp_ns");
  private static final long ID_AT = at(EVENT, "id");
  private static final long NUMBER_AT = at(EVENT, "line_seqno");

  private final GpioLine line;
  private final Arena arena = Arena.ofAuto();
  private final Posix posix = new Posix(arena);
  private final MemorySegment events = arena.allocate(EVENTS * EVENT.byteSize(), 8);
  private final MemorySegment polled = arena.allocate(2 * POLL_FD_BYTES, 8);
  private final MemorySegment timeout = arena.allocate(ValueLayout.JAVA_LONG, 2);
  private final MemorySegment one = arena.allocateFrom(ValueLayout.JAVA_LONG, 1);
  private final int wake;
  private final Thread thread = new Thread(this, "gpio-edges");

  private volatile EdgeListener[] listeners;
  private volatile boolean ending;
  private final AtomicLong missed = new AtomicLong();
  private IOException loss;
  private boolean ended;
  private int number;
  private boolean high;

  private EdgeReader(GpioLine line, EdgeListener first) {
    this.line = line;
    listeners = new EdgeListener[] {first};
    wake = posix.eventfd();
    if (wake < 0) {
      throw new IllegalStateException(posix.failure("eventfd"));
    }
    watch(0, line.fd());
    watch(1, wake);
    timeout.setAtIndex(ValueLayout.JAVA_LONG, 1, POLL_NS);
    thread.setDaemon(true);
  }

  private void watch(int index, int fd) {
    polled.set(ValueLayout.JAVA_INT, (long) index * POLL_FD_BYTES, fd);
    polled.set(ValueLayout.JAVA_SHORT, (long) index * POLL_FD_BYTES + EVENTS_AT, Posix.POLLIN);
  }

  static EdgeReader start(GpioLine line, EdgeListener first) {
    EdgeReader reader = new EdgeReader(line, first);
    reader.thread.start();
    return reader;
  }

  synchronized void add(EdgeListener listener) {
    if (loss != null) {
      listener.lost(loss);
      return;
    }
    EdgeListener[] more = Arrays.copyOf(listeners, listeners.length + 1);
    more[listeners.length] = listener;
    listeners = more;
  }

  long missed() {
    return missed.get();
  }

  @Override
  @SuppressWarnings("CatchingUnchecked") // nobody reads the line any more, whatever the cause
  public void run() {
    RealTimePriority.WATCH.request();
    try {
      IOException cause = readUntilEnd();
      if (cause != null) {
        lose(cause);
      }
    } catch (RuntimeException | Error e) {
      lose(new IOException("the reader of " + line.what() + " died of " + e, e));
      throw e;
    } finally {
      synchronized (this) {
        ended = true;
        posix.close(wake);
      }
      line.close();
    }
  }

  /** Returns why the line is lost, or null if it was closed. */
  private IOException readUntilEnd() {
    while (true) {
      int ready = posix.ppoll(polled, 2, timeout);
      if (ending) {
        return null;
      }
      if (ready < 0 && posix.errno() != Posix.EINTR) {
        return posix.failure("ppoll of " + line.what());
      }
      short state = ready > 0 ? polled.get(ValueLayout.JAVA_SHORT, REVENTS_AT) : 0;
      if ((state & Posix.POLLIN) != 0) {
        long bytes = posix.read(line.fd(), events, events.byteSize());
        if (bytes < 0 && posix.errno() != Posix.EINTR && posix.errno() != Posix.EAGAIN) {
          return GpioChip.gone(line.what());
        }
        tell((int) (bytes / EVENT.byteSize()));
      } else if ((state & (Posix.POLLHUP | Posix.POLLERR)) != 0) {
        return GpioChip.gone(line.what());
      }
    }
  }

  private void tell(int count) {
    for (int i = 0; i < count && !ending; i++) {
      long event = i * EVENT.byteSize();
      boolean rising = events.get(ValueLayout.JAVA_INT, event + ID_AT) == GpioUapi.RISING;
      int next = events.get(ValueLayout.JAVA_INT, event + NUMBER_AT);
      long between = missedBetween(next, rising);
      number = next;
      high = rising;
      EdgeListener[] all = listeners;
      if (between > 0) {
        missed.addAndGet(between);
        for (EdgeListener listener : all) {
          listener.missed(between);
        }
      }
      long timeNs = events.get(ValueLayout.JAVA_LONG, event + TIME_AT);
      for (EdgeListener listener : all) {
        listener.edge(rising, timeNs);
      }
    }
  }

  /**
   * The kernel counts a line's events from 1 and drops the oldest when its buffer is full: the
   * number then jumps. Two edges so close that one interrupt served both have one number, but the
   * level is the same as before.
   */
  private long missedBetween(int next, boolean rising) {
    int jump = next - number - 1;
    if (jump > 0) {
      return jump;
    }
    return number != 0 && rising == high ? 1 : 0;
  }

  private void lose(IOException cause) {
    EdgeListener[] all;
    synchronized (this) {
      loss = cause;
      all = listeners;
    }
    for (EdgeListener listener : all) {
      listener.lost(cause);
    }
  }

  /** Ends the thread, which then closes the line. Returns within 2 s, whatever a listener does. */
  void end() {
    ending = true;
    synchronized (this) {
      if (!ended) {
        posixWake();
      }
    }
    if (Thread.currentThread().threadId() == thread.threadId()) {
      return;
    }
    try {
      thread.join(END_MS_MAX);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** With an errno of its own: the reader uses the other one at the same time. */
  private void posixWake() {
    new Posix(Arena.ofAuto()).write(wake, one, Long.BYTES);
  }
}
