package org.deltabed.hardware;

import java.util.concurrent.locks.LockSupport;

/** Monotonic time, and waiting for it. Wall time has no place in the testbed (F27). */
public interface MonotonicClock {

  /** Nanoseconds since an arbitrary origin; comparable between processes of one Linux machine. */
  long nowNs();

  /** What this clock shows when the machine's own, {@link System#nanoTime()}, shows that. */
  default long atMachineNs(long machineNs) {
    return machineNs;
  }

  /**
   * Returns at {@code timeNs}, or early, with its status kept, if the thread is interrupted. Parks
   * for most of the time and spins for the rest, since the kernel wakes us some 50 µs late.
   */
  default void sleepUntilNs(long timeNs) {
    for (long leftNs = timeNs - nowNs();
        leftNs > 0 && !Thread.currentThread().isInterrupted();
        leftNs = timeNs - nowNs()) {
      if (leftNs > SystemClock.SPIN_NS) {
        LockSupport.parkNanos(this, leftNs - SystemClock.SPIN_NS);
      } else {
        Thread.onSpinWait();
      }
    }
  }

  /** The machine's own clock: {@link System#nanoTime()}. */
  static MonotonicClock system() {
    return SystemClock.INSTANCE;
  }

  /** See {@link #system()}. */
  enum SystemClock implements MonotonicClock {
    INSTANCE;

    private static final long SPIN_NS = 60_000;

    @Override
    public long nowNs() {
      return System.nanoTime();
    }
  }
}
