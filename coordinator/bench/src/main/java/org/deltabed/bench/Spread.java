package org.deltabed.bench;

import java.util.Arrays;

/** Samples of one quantity: their median, and the least and the greatest as their spread. */
record Spread(double median, double least, double greatest, int samples) {

  static Spread of(double... samples) {
    double[] sorted = samples.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    return new Spread(median, sorted[0], sorted[n - 1], n);
  }

  /** A number that is counted or computed, not sampled. */
  static Spread exact(double value) {
    return new Spread(value, value, value, 1);
  }

  /** In another unit. */
  Spread times(double factor) {
    return new Spread(median * factor, least * factor, greatest * factor, samples);
  }
}
