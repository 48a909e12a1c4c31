package org.deltabed.wire;

/**
 * Consistent Overhead Byte Stuffing (Cheshire and Baker, 1999): removes zero bytes, so that zero
 * can delimit frames. Costs one byte for every started group of 254.
 */
final class Cobs {
  static final int MALFORMED = -1;
  private static final int GROUP_MAX = 0xff;

  private Cobs() {}

  /** The most bytes that {@code length} bytes become. */
  static int stuffedBytesMax(int length) {
    return length + 1 + length / (GROUP_MAX - 1);
  }

  /** Writes the stuffed form of {@code in} into {@code out} and returns its length. */
  static int stuff(byte[] in, int offset, int length, byte[] out, int outOffset) {
    int codeAt = outOffset;
    int to = outOffset + 1;
    int code = 1;
    for (int from = offset; from < offset + length; from++) {
      if (code == GROUP_MAX) { // a full group stands for no zero
        out[codeAt] = (byte) code;
        codeAt = to++;
        code = 1;
      }
      if (in[from] == 0) {
        out[codeAt] = (byte) code;
        codeAt = to++;
        code = 1;
      } else {
        out[to++] = in[from];
        code++;
      }
    }
    out[codeAt] = (byte) code;
    return to - outOffset;
  }

  /**
   * Undoes {@link #stuff}; {@code out} must hold {@code length} bytes. Returns the length, or
   * {@link #MALFORMED} if the input holds a zero or ends within a group.
   */
  static int unstuff(byte[] in, int offset, int length, byte[] out) {
    int end = offset + length;
    int from = offset;
    int to = 0;
    while (from < end) {
      int code = in[from++] & 0xff;
      int groupEnd = from + code - 1;
      if (code == 0 || groupEnd > end) {
        return MALFORMED;
      }
      while (from < groupEnd) {
        if (in[from] == 0) {
          return MALFORMED;
        }
        out[to++] = in[from++];
      }
      if (code < GROUP_MAX && from < end) {
        out[to++] = 0;
      }
    }
    return to;
  }
}
