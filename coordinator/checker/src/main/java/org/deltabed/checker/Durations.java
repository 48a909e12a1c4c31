package org.deltabed.checker;

import java.util.Locale;

/** Durations for people. */
public final class Durations {
  private Durations() {}

  /**
   * Time from one moment to another; what does not fit is the greatest or smallest number, since
   * traces may hold anything.
   */
  static long between(long fromNs, long toNs) {
    long ns = toNs - fromNs;
    boolean overflow = ((fromNs ^ toNs) & (toNs ^ ns)) < 0;
    return overflow ? (toNs < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : ns;
  }

  public static String text(long ns) {
    if (Math.abs(ns) < 10_000) {
      return ns + " ns";
    }
    return Math.abs(ns) < 10_000_000
        ? String.format(Locale.ROOT, "%.1f µs", ns / 1e3)
        : String.format(Locale.ROOT, "%.3f ms", ns / 1e6);
  }
}
