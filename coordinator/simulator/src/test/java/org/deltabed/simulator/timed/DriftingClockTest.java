package org.deltabed.simulator.timed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriftingClockTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, -1, 100, -100, 30_000, -30_000})
  void aReadingIsFoundAgainInTheLinesTime(int driftPpm) {
    DriftingClock clock = new DriftingClock(987_654_321_987L, driftPpm);
    for (long lineNs = 1_999_999_000; lineNs < 2_000_001_000; lineNs++) {
      long readingNs = clock.readingNs(lineNs);
      assertTrue(clock.readingNs(clock.lineNs(readingNs)) >= readingNs);
      assertTrue(clock.readingNs(clock.lineNs(readingNs) - 1) < readingNs);
      assertTrue(clock.readingNs(clock.lineNsAtMost(readingNs)) <= readingNs);
      assertTrue(clock.readingNs(clock.lineNsAtMost(readingNs) + 1) > readingNs);
    }
    assertEquals(
        driftPpm * 1_000L,
        clock.readingNs(2_000_000_000) - clock.readingNs(1_000_000_000) - 1_000_000_000);
  }
}
