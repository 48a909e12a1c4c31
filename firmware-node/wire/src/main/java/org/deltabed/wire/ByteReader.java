package org.deltabed.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads what {@link ByteWriter} writes, and nothing else: every value has one form. */
final class ByteReader {
  private final byte[] bytes;
  private final int end;
  private int at;

  ByteReader(byte[] bytes, int offset, int length) {
    this.bytes = bytes;
    at = offset;
    end = offset + length;
  }

  int left() {
    return end - at;
  }

  int octet() throws Malformation {
    if (at >= end) {
      throw new Malformation(MessageFault.CUT);
    }
    return bytes[at++] & 0xff;
  }

  long unsigned() throws Malformation {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int octet = octet();
      long bits = octet & 0x7fL;
      boolean overflow = shift == 63 && bits > 1;
      boolean overlong = shift > 0 && octet == 0;
      if (overflow || overlong) {
        throw new Malformation(MessageFault.NUMBER);
      }
      value |= bits << shift;
      if (octet < 0x80) {
        return value;
      }
    }
    throw new Malformation(MessageFault.NUMBER);
  }

  /** A number from 0 to {@code max}. */
  int unsigned(int max) throws Malformation {
    long value = unsigned();
    if (value < 0 || value > max) {
      throw new Malformation(MessageFault.NUMBER);
    }
    return (int) value;
  }

  long signed() throws Malformation {
    long value = unsigned();
    return (value >>> 1) ^ -(value & 1);
  }

  String text() throws Malformation {
    int length = count();
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, at, length)).toString();
      at += length;
      return text;
    } catch (CharacterCodingException e) {
      throw new Malformation(MessageFault.TEXT);
    }
  }

  /** How many follow, of things that take a byte at least. */
  int count() throws Malformation {
    int count = unsigned(Integer.MAX_VALUE);
    if (count > left()) {
      throw new Malformation(MessageFault.CUT);
    }
    return count;
  }
}
