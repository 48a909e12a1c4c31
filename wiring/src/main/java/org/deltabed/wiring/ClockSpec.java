package org.deltabed.wiring;

/**
 * What may be relied on of the nodes' monotonic clocks.
 *
 * @param precisionNs Π: the greatest difference between two nodes' readings at one instant
 * @param driftPpmMax the greatest deviation of a clock's rate, in parts per million
 * @param shared whether all nodes read one monotonic clock, as on one machine
 */
public record ClockSpec(long precisionNs, int driftPpmMax, boolean shared) {

  public ClockSpec {
    if (precisionNs < 0 || driftPpmMax < 0) {
      throw new IllegalArgumentException("precision or drift is negative");
    }
  }
}
