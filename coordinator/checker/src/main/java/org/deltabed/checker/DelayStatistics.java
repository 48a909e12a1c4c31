package org.deltabed.checker;

import java.util.List;

/**
 * All measured delays of the runs that count.
 *
 * @param count messages + frames
 * @param messages delays of single messages, from hand to arrival
 * @param frames worst-case delays of frames, from the composition of the sender's frame before to
 *     the delivery step
 * @param maxRef {@code file:line} of the record that ends the longest delay; empty when nothing was
 *     measured
 * @param bucketNs width of a bucket of the histogram
 * @param histogram the buckets that hold something, in ascending order; the last one is open to the
 *     right
 */
public record DelayStatistics(
    long count, long messages, long frames, String maxRef, long bucketNs, List<Bucket> histogram) {
  public DelayStatistics {
    histogram = List.copyOf(histogram);
  }

  /** Count of the delays in [fromNs, toNs). */
  public record Bucket(long fromNs, long toNs, long count) {}
}
