package org.deltabed.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WordsTest {
  private static final String NO_BREAK = "\u00a0";

  @Test
  void durationsKeepThreeDigitsAndTheirUnit() {
    assertEquals("640_ns", duration(640));
    assertEquals("8.12_µs", duration(8_123));
    assertEquals("10.0_ms", duration(9_999_999));
    assertEquals("31.2_ms", duration(31_249_000));
    assertEquals("1250_ms", duration(1_250_000_000));
    assertEquals("12.5_s", duration(12_500_000_000L));
    assertEquals("-2.50_ms", duration(-2_500_000));
  }

  @Test
  void countsAgreeWithTheirNouns() {
    assertEquals("1 run", Words.count(1, "run").replace(NO_BREAK, " "));
    assertEquals("12,345 runs", Words.count(12_345, "run").replace(NO_BREAK, " "));
    assertEquals("98 %", Words.percent(98, 100).replace(NO_BREAK, " "));
  }

  @Test
  void coordinatesHaveATenthAtMost() {
    assertEquals("-0.5", Words.at(-0.46));
    assertEquals("12", Words.at(12.04));
    assertEquals("12.1", Words.at(12.06));
  }

  @Test
  void aCutTextKeepsWholeCharacters() {
    assertEquals("🙂🙂…", Words.cut("🙂🙂🙂🙂", 3));
    assertEquals("abc", Words.cut("abc", 3));
  }

  private static String duration(long ns) {
    return Words.duration(ns).replace(NO_BREAK, "_");
  }
}
