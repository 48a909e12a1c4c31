package org.deltabed.wiring;

/**
 * Bytes of a frame on the line that are not payload. This module cannot see the wire module, which
 * stands above it; a test of that one holds the two to the same number.
 */
public final class FrameOverhead {
  private static final int HEADER_BYTES = 15;
  private static final int TAG_BYTES = 8;

  /** 32 bits in groups of 7, so that no byte of it is a delimiter. */
  private static final int CRC_BYTES = 5;

  /** One COBS code byte, since a frame of at most 256 bytes has at most 254 to encode. */
  private static final int COBS_BYTES = 1;

  private static final int DELIMITER_BYTES = 2;

  private FrameOverhead() {}

  /** Overhead in a testbed of {@code n} nodes: 31 + ceil(n / 8), the latter for the heard bits. */
  public static int bytes(int n) {
    int heardBytes = Math.ceilDiv(n, Byte.SIZE);
    return HEADER_BYTES + heardBytes + TAG_BYTES + CRC_BYTES + COBS_BYTES + DELIMITER_BYTES;
  }
}
