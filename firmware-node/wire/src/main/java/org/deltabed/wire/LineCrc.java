package org.deltabed.wire;

import java.util.zip.CRC32C;

/**
 * CRC-32C over the stuffed bytes, as they are on the line. Computed before stuffing it would lose
 * its distance: one flipped bit in a stuffing code moves several bytes. It is written as five bytes
 * with seven bits each, lowest first, the top bit set, so that none is a delimiter.
 */
final class LineCrc {
  private static final int GROUP_BITS = 7;
  private static final int GROUP_MASK = 0x7f;

  private final CRC32C crc = new CRC32C();

  /** Writes the checksum of {@code bytes[offset, offset + length)} right behind them. */
  void append(byte[] bytes, int offset, int length) {
    int rest = compute(bytes, offset, length);
    int to = offset + length;
    for (int i = 0; i < FrameLayout.CRC_BYTES; i++) {
      bytes[to + i] = (byte) (0x80 | (rest & GROUP_MASK));
      rest >>>= GROUP_BITS;
    }
  }

  /** Whether the checksum behind {@code bytes[offset, offset + length)} is theirs, bit by bit. */
  boolean matches(byte[] bytes, int offset, int length) {
    int rest = compute(bytes, offset, length);
    int at = offset + length;
    for (int i = 0; i < FrameLayout.CRC_BYTES; i++) {
      if (bytes[at + i] != (byte) (0x80 | (rest & GROUP_MASK))) {
        return false;
      }
      rest >>>= GROUP_BITS;
    }
    return true;
  }

  private int compute(byte[] bytes, int offset, int length) {
    crc.reset();
    crc.update(bytes, offset, length);
    return (int) crc.getValue();
  }
}
