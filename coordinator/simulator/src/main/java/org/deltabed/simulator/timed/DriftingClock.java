package org.deltabed.simulator.timed;

/**
 * A node's monotonic clock, whose rate is off by a constant. The line's time is the true one.
 *
 * @param offsetNs what it shows at the line's time 0
 * @param driftPpm by how much it is too fast
 */
record DriftingClock(long offsetNs, int driftPpm) {
  private static final long MILLION = 1_000_000;

  /** What the clock shows. */
  long readingNs(long lineNs) {
    // In two parts, since line time × ppm would not fit 64 bits for long.
    long driftNs =
        lineNs / MILLION * driftPpm + Math.floorDiv(lineNs % MILLION * driftPpm, MILLION);
    return lineNs + offsetNs + driftNs;
  }

  /** The first moment at which the clock shows at least this. */
  long lineNs(long readingNs) {
    long guessNs = (long) ((readingNs - offsetNs) / (1 + driftPpm / (double) MILLION));
    guessNs -= readingNs(guessNs) - readingNs;
    while (readingNs(guessNs) >= readingNs) {
      guessNs--;
    }
    while (readingNs(guessNs) < readingNs) {
      guessNs++;
    }
    return guessNs;
  }

  /** The last moment at which the clock shows at most this. */
  long lineNsAtMost(long readingNs) {
    return lineNs(readingNs + 1) - 1;
  }
}
