package org.deltabed.lab.host;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.deltabed.hardware.MonotonicClock;
import org.deltabed.hardware.RealTimePriority;

/**
 * Notices when the host stands still: a thread that wants to wake every millisecond and reports
 * each wake-up that came later than a threshold, so that a broken bound can be told from a broken
 * protocol.
 */
public final class HiccupWatch implements AutoCloseable {

  private static final long PERIOD_NS = 1_000_000;

  private final Thread thread;
  private volatile boolean open = true;

  /**
   * Starts watching.
   *
   * @param thresholdNs lateness from which a wake-up counts as a hiccup
   * @param onHiccup told the lateness in ns, on the watching thread
   */
  public HiccupWatch(long thresholdNs, LongConsumer onHiccup) {
    thread =
        Thread.ofPlatform().daemon().name("hiccup-watch").start(() -> watch(thresholdNs, onHiccup));
  }

  private void watch(long thresholdNs, LongConsumer onHiccup) {
    RealTimePriority.WATCH.request();
    MonotonicClock clock = MonotonicClock.system();
    while (open) {
      long dueNs = clock.nowNs() + PERIOD_NS;
      LockSupport.parkNanos(PERIOD_NS);
      long latenessNs = clock.nowNs() - dueNs;
      if (latenessNs > thresholdNs) {
        onHiccup.accept(latenessNs);
      }
    }
  }

  @Override
  public void close() {
    open = false;
    thread.interrupt();
  }
}
