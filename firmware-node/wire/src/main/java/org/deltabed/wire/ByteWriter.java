package org.deltabed.wire;

import java.nio.charset.StandardCharsets;

/** Writes numbers and text to an array; remembers if it did not fit. */
final class ByteWriter {
  private final byte[] out;
  private int at;

  ByteWriter(byte[] out) {
    this.out = out;
  }

  /** Bytes written, or more than the array holds if it did not fit. */
  int length() {
    return at;
  }

  void octet(int value) {
    if (at < out.length) {
      out[at] = (byte) value;
    }
    at++;
  }

  /** Seven bits a byte, lowest first, the top bit where more follow; the value is unsigned. */
  void unsigned(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      octet((int) rest | 0x80);
      rest >>>= 7;
    }
    octet((int) rest);
  }

  /** The sign goes to the lowest bit, so that small numbers of either sign are short. */
  void signed(long value) {
    unsigned((value << 1) ^ (value >> 63));
  }

  void text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    unsigned(utf8.length);
    for (byte b : utf8) {
      octet(b);
    }
  }
}
