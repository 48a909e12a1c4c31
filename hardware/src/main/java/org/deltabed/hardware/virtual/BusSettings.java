package org.deltabed.hardware.virtual;

/**
 * How a virtual bus behaves.
 *
 * @param baudRate line speed; a byte takes 10 bit times (8N1)
 * @param echo true if a sender hears itself, as on most two-wire RS-485 adapters
 * @param bitErrorRate probability that a bit on the line is flipped, for all receivers alike
 * @param seed of all that is random: bit errors, collisions, babbling
 * @param deliverEveryNs received bytes are handed over at a chunk's end, and at least so often
 * @param hiccupNs lateness of the bus thread from which on it is counted and reported
 */
public record BusSettings(
    int baudRate,
    boolean echo,
    double bitErrorRate,
    long seed,
    long deliverEveryNs,
    long hiccupNs) {

  private static final long DELIVER_EVERY_NS = 500_000;
  private static final long HICCUP_NS = 1_000_000;

  /** Checks the ranges. */
  public BusSettings {
    requireBaudRate(baudRate);
    if (!(bitErrorRate >= 0 && bitErrorRate <= 0.5)) {
      throw new IllegalArgumentException("bit error rate out of range: " + bitErrorRate);
    }
    if (deliverEveryNs <= 0 || hiccupNs <= 0) {
      throw new IllegalArgumentException("times must be positive");
    }
  }

  static void requireBaudRate(int rate) {
    if (rate < 300 || rate > 10_000_000) {
      throw new IllegalArgumentException("baud rate out of range: " + rate);
    }
  }

  /** A faultless line. */
  public static BusSettings of(int baudRate) {
    return new BusSettings(baudRate, false, 0, 1, DELIVER_EVERY_NS, HICCUP_NS);
  }

  /** The same with the senders' own echo switched on or off. */
  public BusSettings withEcho(boolean on) {
    return new BusSettings(baudRate, on, bitErrorRate, seed, deliverEveryNs, hiccupNs);
  }

  /** The same with another seed. */
  public BusSettings withSeed(long other) {
    return new BusSettings(baudRate, echo, bitErrorRate, other, deliverEveryNs, hiccupNs);
  }

  /** The same with bit errors. */
  public BusSettings withBitErrorRate(double rate) {
    return new BusSettings(baudRate, echo, rate, seed, deliverEveryNs, hiccupNs);
  }

  /** The time from a first bit's start to the last one's end of so many bytes. */
  public long lineTimeNs(long bytes) {
    return bytes * 10_000_000_000L / baudRate;
  }
}
