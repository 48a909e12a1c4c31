package org.deltabed.wiring;

/**
 * The shared line, 8N1.
 *
 * @param baudRate bits a second
 * @param frameBytesMax longest whole frame as it is on the line, COBS byte and delimiters included
 * @param subFrames frames of full length that must fit one slot, at least 1; n - 1 for broadcasts
 *     that are split into addressed sub-frames
 * @param turnaroundNs from the decision to send to the first bit on the line
 * @param receiveJitterNs J: all that the hosts add, from the nominal end of the last bit to the
 *     delivery step: the sender's wake-up, drivers, the receiver's wake-up, clock precision
 * @param guardNs quiet time at the end of a slot, for computing the step
 * @param echo whether a node hears its own bytes
 */
public record BusSpec(
    int baudRate,
    int frameBytesMax,
    int subFrames,
    long turnaroundNs,
    long receiveJitterNs,
    long guardNs,
    boolean echo) {

  public BusSpec {
    if (baudRate < 1 || frameBytesMax < 1 || subFrames < 1) {
      throw new IllegalArgumentException(
          "baudRate " + baudRate + ", frameBytesMax " + frameBytesMax + ", subFrames " + subFrames);
    }
    if (turnaroundNs < 0 || receiveJitterNs < 0 || guardNs < 0) {
      throw new IllegalArgumentException("a time on the bus is negative");
    }
  }

  /** The same bus with another J. */
  public BusSpec withReceiveJitterNs(long jitterNs) {
    return new BusSpec(baudRate, frameBytesMax, subFrames, turnaroundNs, jitterNs, guardNs, echo);
  }
}
