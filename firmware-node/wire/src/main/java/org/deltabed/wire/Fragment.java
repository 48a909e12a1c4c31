package org.deltabed.wire;

/**
 * A payload is a row of fragments: one byte with two marks and the low six bits of the message's
 * number, one byte with the length, then that many bytes of the message. A message that does not
 * fit goes on in the first fragment of its sender's next frame.
 */
final class Fragment {
  static final int HEADER_BYTES = 2;
  static final int FIRST = 0x80;
  static final int LAST = 0x40;
  static final int NUMBER_MASK = 0x3f;

  private Fragment() {}
}
