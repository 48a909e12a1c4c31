package org.deltabed.trace;

/** Bytes that nobody has written. */
final class Zeros {
  private Zeros() {}

  /** Whether {@code bytes[from..to)} holds nothing but zeros. */
  static boolean between(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }
}
