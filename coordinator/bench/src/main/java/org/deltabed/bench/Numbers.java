package org.deltabed.bench;

import java.util.Locale;

/** Numbers for people: about three digits, thousands apart. */
final class Numbers {

  private Numbers() {}

  static String text(double value) {
    double size = Math.abs(value);
    if (value == Math.rint(value) || size >= 100) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, size >= 10 ? "%.1f" : "%.3f", value);
  }

  static String text(Spread spread) {
    if (spread.samples() < 2) {
      return text(spread.median());
    }
    return text(spread.median())
        + "  ["
        + text(spread.least())
        + " .. "
        + text(spread.greatest())
        + "]";
  }
}
