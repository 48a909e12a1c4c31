package org.deltabed.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts what an operation allocates: exactly, by the JVM's own count for the thread. */
final class Allocation {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int OPERATIONS = 50_000;

  /** How often {@link #bytesOf} calls. */
  static final int CALLS = 2 * OPERATIONS;

  private Allocation() {}

  /** Bytes of one call, once as many others have gone before. */
  static double bytesOf(Runnable operation) {
    repeat(operation);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    repeat(operation);
    long after = THREADS.getCurrentThreadAllocatedBytes();
    return (double) (after - before) / OPERATIONS;
  }

  private static void repeat(Runnable operation) {
    for (int i = 0; i < OPERATIONS; i++) {
      operation.run();
    }
  }
}
