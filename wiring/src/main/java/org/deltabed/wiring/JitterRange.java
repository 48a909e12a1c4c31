package org.deltabed.wiring;

/**
 * The receive jitters J that a run may choose from.
 *
 * @param minNs least J; the one in force until another is set
 * @param maxNs greatest J; a host that needs more is too noisy to run on
 * @param measured whether a run measures the host and chooses; if not, min and max are equal
 */
public record JitterRange(long minNs, long maxNs, boolean measured) {

  public JitterRange {
    if (minNs < 0 || minNs > maxNs || (!measured && minNs != maxNs)) {
      throw new IllegalArgumentException("jitter range " + minNs + ".." + maxNs + " " + measured);
    }
  }

  /** A J given in the file. */
  public static JitterRange fixed(long jitterNs) {
    return new JitterRange(jitterNs, jitterNs, false);
  }

  /** Whether a run may choose {@code jitterNs}. */
  public boolean contains(long jitterNs) {
    return minNs <= jitterNs && jitterNs <= maxNs;
  }
}
