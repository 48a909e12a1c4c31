package org.deltabed.trace;

/**
 * How large a spool may grow.
 *
 * @param segmentBytes size of one segment file, a multiple of 4096, from 64 KiB to 1 GiB; two are
 *     in memory at a time
 * @param segmentsMax how many of them a boot may have that were not released, at least 2
 */
public record SpoolLimits(int segmentBytes, int segmentsMax) {
  /**
   * 64 MiB: over half an hour of records of five nodes with slots of 2 ms, 2 MiB of them in memory.
   */
  public static final SpoolLimits DEFAULT = new SpoolLimits(1 << 20, 64);

  public SpoolLimits {
    if (segmentBytes < 1 << 16 || segmentBytes > 1 << 30 || segmentBytes % 4096 != 0) {
      throw new IllegalArgumentException("segmentBytes is " + segmentBytes);
    }
    if (segmentsMax < 2) {
      throw new IllegalArgumentException("segmentsMax is " + segmentsMax);
    }
  }

  long totalBytes() {
    return (long) segmentBytes * segmentsMax;
  }
}
