package org.deltabed.checker;

import java.util.Locale;

/** Durations for people. */
final class Durations {
  private Durations() {}

  static String text(long ns) {
    if (Math.abs(ns) < 10_000) {
      return ns + " ns";
    }
    return Math.abs(ns) < 10_000_000
        ? String.format(Locale.ROOT, "%.1f µs", ns / 1e3)
        : String.format(Locale.ROOT, "%.3f ms", ns / 1e6);
  }
}
