package org.deltabed.hardware.serial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.util.function.Consumer;
import org.deltabed.hardware.DigitalOutput;
import org.deltabed.hardware.MonotonicClock;
import org.deltabed.hardware.RealTimePriority;
import org.deltabed.hardware.posix.Posix;

/** Drives an adapter's DE line: high before the first byte, low after the last bit is out. */
final class DriverEnable {

  private static final long BITS_PER_BYTE = 10;
  private static final long NS_PER_S = 1_000_000_000L;
  private static final long END_MS_MAX = 500;

  private final DigitalOutput pin;
  private final int fd;
  private final int baudRate;
  private final Consumer<IOException> lost;
  private final Posix posix = new Posix(Arena.ofAuto());
  private final MonotonicClock clock = MonotonicClock.system();
  private final Thread releasing = new Thread(this::releaseUntilClosed, "serial-direction");

  private State state = State.LISTENING;
  private long lastBitNs;
  private boolean closed;
  private IOException broken;

  private enum State {
    LISTENING,
    WRITING,
    /** Everything is with the driver. */
    WRITTEN
  }

  /**
   * @param fd the serial device, to ask when its bytes are out
   * @param lost is told when the line no longer obeys: the adapter may then hold the bus
   */
  DriverEnable(DigitalOutput pin, int fd, int baudRate, Consumer<IOException> lost) {
    this.pin = pin;
    this.fd = fd;
    this.baudRate = baudRate;
    this.lost = lost;
    lastBitNs = clock.nowNs();
    releasing.setDaemon(true);
    releasing.start();
  }

  /**
   * Before bytes are written.
   *
   * @throws IOException if the line does not obey, or did not before, or is closed: nothing may be
   *     sent then
   */
  synchronized void take() throws IOException {
    if (closed) {
      throw new IOException("the DE line is closed"); // nobody would release it any more
    }
    if (broken != null) {
      throw broken;
    }
    if (state == State.LISTENING) {
      drive(true);
    }
    state = State.WRITING;
  }

  /** After they were written, all or not. The line goes back when the last bit is out. */
  synchronized void written(int bytes) {
    // From now, though the first bit left earlier: a little too long is better than a cut-off bit.
    lastBitNs = Math.max(lastBitNs, clock.nowNs()) + lineTimeNs(bytes, baudRate);
    state = State.WRITTEN;
    notifyAll();
  }

  static long lineTimeNs(int bytes, int baudRate) {
    return bytes * BITS_PER_BYTE * NS_PER_S / baudRate;
  }

  private void releaseUntilClosed() {
    RealTimePriority.NODE.request();
    try {
      while (awaitWritten()) {
        long endNs = lastBitNs();
        // The driver may not know, so its word alone does not do; nor does the computed time.
        posix.tcdrain(fd);
        clock.sleepUntilNs(endNs);
        release(endNs);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      synchronized (this) {
        broken = e;
      }
      lost.accept(e);
    }
  }

  /** Returns false when closed. */
  private synchronized boolean awaitWritten() throws InterruptedException {
    while (!closed && state != State.WRITTEN) {
      wait();
    }
    return !closed;
  }

  private synchronized long lastBitNs() {
    return lastBitNs;
  }

  /** Unless more was written meanwhile. */
  private synchronized void release(long endNs) throws IOException {
    if (!closed && state == State.WRITTEN && lastBitNs == endNs) {
      drive(false);
      state = State.LISTENING;
    }
  }

  private void drive(boolean high) throws IOException {
    try {
      pin.drive(high);
    } catch (UncheckedIOException e) {
      throw new IOException("DE line: " + e.getCause().getMessage(), e.getCause());
    }
  }

  /** Leaves the line low, if it still obeys: an adapter left high would silence the bus. */
  synchronized void close() {
    if (!closed) {
      closed = true;
      notifyAll();
      try {
        drive(false);
      } catch (IOException e) {
        // It is gone, and whoever uses it has been told.
      }
    }
  }

  /**
   * After {@link #close}: waits up to 0.5 s until nobody uses the serial device here. It may be
   * closed then, and its number be another's.
   */
  void awaitEnd() {
    try {
      releasing.join(END_MS_MAX);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
