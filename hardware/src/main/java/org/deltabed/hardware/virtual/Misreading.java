package org.deltabed.hardware.virtual;

import java.io.ByteArrayOutputStream;

/**
 * What a UART reads that is set to another rate than the sender's: it waits for a falling edge,
 * then samples in the middles of its own bits. A stop bit that is low is a framing error, which a
 * terminal in raw mode hands over as a byte like any other.
 */
final class Misreading {

  /** Start bit, eight data bits from the lowest on, stop bit. */
  private static final int BITS = 10;

  private final byte[] sent;
  private final int length;

  /** How many of the sender's bits one of the reader's takes. */
  private final double ratio;

  private Misreading(byte[] sent, int length, double ratio) {
    this.sent = sent;
    this.length = length;
    this.ratio = ratio;
  }

  /** The bytes that are read; times outside of what was sent are those of an idle line. */
  static byte[] of(byte[] sent, int length, int sentAt, int readAt) {
    return new Misreading(sent, length, (double) sentAt / readAt).read();
  }

  private byte[] read() {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    double end = length * (double) BITS;
    double at = next(0, false);
    while (at < end) {
      int value = 0;
      for (int bit = 0; bit < 8; bit++) {
        value |= high(at + (bit + 1.5) * ratio) ? 1 << bit : 0;
      }
      read.write(value);
      at = next(next(at + (BITS - 0.5) * ratio, true), false);
    }
    return read.toByteArray();
  }

  /** From then on, the first time at which the line has that level. */
  private double next(double from, boolean level) {
    double at = from;
    while (at < length * (double) BITS && high(at) != level) {
      at = Math.floor(at) + 1;
    }
    return at;
  }

  private boolean high(double at) {
    int bit = (int) at;
    if (bit >= length * BITS) {
      return true;
    }
    int within = bit % BITS;
    return within == BITS - 1 || (within > 0 && (sent[bit / BITS] >> (within - 1) & 1) != 0);
  }
}
