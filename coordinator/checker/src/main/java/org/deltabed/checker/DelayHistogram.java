package org.deltabed.checker;

import java.util.ArrayList;
import java.util.List;

/** Delays in buckets of equal width up to 2δ, and one bucket for all beyond. */
final class DelayHistogram {
  private static final int BUCKETS = 100;

  private final long bucketNs;
  private final long[] counts = new long[BUCKETS + 1];
  private long messages;
  private long frames;
  private long late;
  private long maxNs = -1;
  private long maxUncertaintyNs;
  private long maxMessageNs = -1;
  private String maxRef = "";

  DelayHistogram(long deltaNs) {
    this.bucketNs = Math.max(1, Math.ceilDiv(2 * deltaNs, BUCKETS));
  }

  /**
   * Counts one delay; a negative one (clocks within their precision) falls into the first bucket.
   *
   * @param uncertaintyNs by how much it may be wrong
   */
  void count(long delayNs, long uncertaintyNs, boolean message, boolean late) {
    maxUncertaintyNs = Math.max(maxUncertaintyNs, uncertaintyNs);
    counts[Math.clamp(delayNs / bucketNs, 0, BUCKETS)]++;
    if (message) {
      messages++;
      maxMessageNs = Math.max(maxMessageNs, delayNs);
    } else {
      frames++;
    }
    this.late += late ? 1 : 0;
  }

  /** Whether the delay is the longest so far; the caller then says where it is. */
  boolean isLongest(long delayNs) {
    return delayNs > maxNs;
  }

  void longest(long delayNs, String ref) {
    maxNs = delayNs;
    maxRef = ref;
  }

  void add(DelayHistogram other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
    messages += other.messages;
    frames += other.frames;
    late += other.late;
    maxUncertaintyNs = Math.max(maxUncertaintyNs, other.maxUncertaintyNs);
    maxMessageNs = Math.max(maxMessageNs, other.maxMessageNs);
    if (other.maxNs > maxNs) {
      longest(other.maxNs, other.maxRef);
    }
  }

  long timed() {
    return messages + frames;
  }

  long late() {
    return late;
  }

  long maxNs() {
    return maxNs;
  }

  /** By how much the most uncertain delay may be wrong; null where none can be. */
  Long maxUncertaintyNs() {
    return maxUncertaintyNs == 0 ? null : maxUncertaintyNs;
  }

  long maxMessageNs() {
    return maxMessageNs;
  }

  DelayStatistics statistics() {
    List<DelayStatistics.Bucket> buckets = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        long toNs = i == BUCKETS ? Math.max(maxNs + 1, (i + 1) * bucketNs) : (i + 1) * bucketNs;
        buckets.add(new DelayStatistics.Bucket(i * bucketNs, toNs, counts[i]));
      }
    }
    return new DelayStatistics(timed(), messages, frames, maxRef, bucketNs, buckets);
  }
}
