package org.deltabed.lab.explore;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;

/**
 * What something took.
 *
 * @param cpuSeconds of all threads of this process, from its start
 * @param wallSeconds since the work began
 * @param peakHeapBytes at most so much of the heap was in use at once
 */
public record Cost(double cpuSeconds, double wallSeconds, long peakHeapBytes) {
  public static final Cost NONE = new Cost(0, 0, 0);

  private static final double NS = 1e9;
  private static final double MS = 1e3;

  /** Until now. */
  public static Cost since(long startNs) {
    return new Cost(
        cpu().toMillis() / MS,
        Math.round((System.nanoTime() - startNs) / NS * MS) / MS,
        heapBytes());
  }

  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static long heapBytes() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
