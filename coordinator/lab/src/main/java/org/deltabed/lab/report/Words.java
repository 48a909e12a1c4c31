package org.deltabed.lab.report;

import java.util.Locale;

/** Numbers and times as people read them; the space before a unit does not break. */
final class Words {
  private static final char NO_BREAK = '\u00a0';

  private Words() {}

  /** A duration with three digits that matter, such as 31.2 ms. */
  static String duration(long ns) {
    long magnitude = Math.abs(ns);
    if (magnitude < 1_000) {
      return ns + "" + NO_BREAK + "ns";
    }
    if (magnitude < 1_000_000) {
      return scaled(ns, 1e3, "µs");
    }
    return magnitude < 10_000_000_000L ? scaled(ns, 1e6, "ms") : scaled(ns, 1e9, "s");
  }

  /** What follows a measured time that may be wrong; nothing where it is exact. */
  static String uncertainty(Long ns) {
    return ns == null ? "" : NO_BREAK + "±" + NO_BREAK + duration(ns);
  }

  /** A time since a run's start, to the microsecond. */
  static String since(long ns) {
    return String.format(Locale.ROOT, "%+.3f", ns / 1e6) + NO_BREAK + "ms";
  }

  /** A count with grouped digits. */
  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** A count with its noun, such as 1 run, 2 runs. */
  static String count(long count, String noun) {
    return count(count) + NO_BREAK + noun + (count == 1 ? "" : "s");
  }

  /** Part of a whole in percent, without decimals. */
  static String percent(long part, long whole) {
    return whole <= 0 ? "–" : String.valueOf(Math.round(100.0 * part / whole)) + NO_BREAK + "%";
  }

  /** The text, cut to at most {@code chars} characters. */
  static String cut(String text, int chars) {
    return text.codePointCount(0, text.length()) <= chars
        ? text
        : text.substring(0, text.offsetByCodePoints(0, chars - 1)) + "…";
  }

  /** A coordinate in a drawing: one decimal is a tenth of a pixel. */
  static String at(double coordinate) {
    long tenths = Math.round(coordinate * 10);
    return tenths % 10 == 0
        ? Long.toString(tenths / 10)
        : (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
  }

  private static String scaled(long ns, double unitNs, String unit) {
    double value = ns / unitNs;
    double magnitude = Math.abs(value);
    String pattern = magnitude < 9.995 ? "%.2f" : magnitude < 99.95 ? "%.1f" : "%.0f";
    return String.format(Locale.ROOT, pattern, value) + NO_BREAK + unit;
  }
}
