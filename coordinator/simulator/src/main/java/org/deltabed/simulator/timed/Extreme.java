package org.deltabed.simulator.timed;

/**
 * The worst of one measure beside its bound.
 *
 * @param worstNs the greatest value, -1 if it was never measured
 * @param boundNs what it is computed to stay within
 * @param schedule where it was measured, or null
 */
public record Extreme(long worstNs, long boundNs, TimedSchedule schedule) {
  /** What is left up to the bound; negative where it was broken. */
  public long slackNs() {
    return boundNs - worstNs;
  }
}
