package org.deltabed.lab.bench;

import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.deltabed.hardware.DigitalOutput;

/**
 * Drives the SYNC wire, whose edges all nodes time-stamp. The times between edges are irregular, so
 * that what a node saw fits what was driven in one way only.
 */
final class SyncWire implements AutoCloseable {

  /** Hears of each edge; on the driving thread. */
  interface Listener {
    /** The line went to a level at a time in [fromNs, toNs]. */
    void driven(boolean high, long fromNs, long toNs);
  }

  private static final long GAP_NS_MIN = 150_000_000;
  private static final int GAP_NS_SPREAD = 250_000_000;

  private final DigitalOutput line;
  private final Listener listener;
  private final Random gaps = new Random();
  private final Thread thread;
  private volatile boolean open = true;

  SyncWire(DigitalOutput line, Listener listener) {
    this.line = line;
    this.listener = listener;
    thread = Thread.ofPlatform().daemon().name("sync-wire").start(this::drive);
  }

  private void drive() {
    boolean high = false;
    while (open) {
      LockSupport.parkNanos(GAP_NS_MIN + gaps.nextInt(GAP_NS_SPREAD));
      high = !high;
      long fromNs = System.nanoTime();
      line.drive(high);
      listener.driven(high, fromNs, System.nanoTime());
    }
  }

  @Override
  public void close() {
    open = false;
    LockSupport.unpark(thread);
  }
}
