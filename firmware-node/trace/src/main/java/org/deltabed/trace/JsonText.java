package org.deltabed.trace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A growing buffer of JSON text in UTF-8, reused from one text to the next: no garbage once it has
 * its size. It knows how strings and numbers are written, not where commas go. For one thread.
 */
public final class JsonText {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] MIN_LONG = "-9223372036854775808".getBytes(StandardCharsets.US_ASCII);

  private byte[] bytes;
  private int length;

  public JsonText(int capacityBytes) {
    bytes = new byte[capacityBytes];
  }

  /** The buffer; valid up to {@link #length}, until the next call. */
  public byte[] bytes() {
    return bytes;
  }

  public int length() {
    return length;
  }

  public JsonText clear() {
    length = 0;
    return this;
  }

  @Override
  public String toString() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  /** Text that is ASCII and needs no escape: punctuation, names. */
  @SuppressWarnings(
      "deprecation") // getBytes(int, int, byte[], int) is exactly the copy of ASCII that is wanted,
  // without garbage
  public JsonText ascii(String text) {
    int count = text.length();
    room(count);
    text.getBytes(0, count, bytes, length);
    length += count;
    return this;
  }

  public JsonText number(long value) {
    room(20);
    if (value == Long.MIN_VALUE) {
      System.arraycopy(MIN_LONG, 0, bytes, length, MIN_LONG.length);
      length += MIN_LONG.length;
      return this;
    }
    long rest = value;
    if (rest < 0) {
      bytes[length++] = '-';
      rest = -rest;
    }
    int end = length + digits(rest);
    length = end;
    do {
      bytes[--end] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest != 0);
    return this;
  }

  /** A JSON string, quoted and escaped; a lone surrogate becomes U+FFFD. */
  public JsonText string(String text) {
    room(2 + 6 * text.length());
    bytes[length++] = '"';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        i += wide(text, i);
      } else if (c == '"' || c == '\\') {
        bytes[length++] = '\\';
        bytes[length++] = (byte) c;
      } else if (c < 0x20 || c == 0x7f) {
        escape(c);
      } else {
        bytes[length++] = (byte) c;
      }
    }
    bytes[length++] = '"';
    return this;
  }

  /**
   * The text of an object, as it is.
   *
   * @throws IllegalArgumentException if it has no braces around it or holds a control character
   *     (such as a line's end)
   */
  public JsonText object(String text) {
    int count = text.length();
    if (count < 2 || text.charAt(0) != '{' || text.charAt(count - 1) != '}') {
      throw new IllegalArgumentException("data is not the text of a JSON object: " + text);
    }
    room(3 * count);
    for (int i = 0; i < count; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        i += wide(text, i);
      } else if (c < 0x20) {
        throw new IllegalArgumentException("data holds a control character at " + i);
      } else {
        bytes[length++] = (byte) c;
      }
    }
    return this;
  }

  /** Writes the code point at {@code i} and returns how many further chars it took. */
  private int wide(String text, int i) {
    int point = text.codePointAt(i);
    if (point < 0x800) {
      bytes[length++] = (byte) (0xc0 | (point >> 6));
    } else if (point < 0x10000) {
      if (Character.isSurrogate((char) point)) {
        point = 0xfffd;
      }
      bytes[length++] = (byte) (0xe0 | (point >> 12));
      bytes[length++] = (byte) (0x80 | (point >> 6 & 0x3f));
    } else {
      bytes[length++] = (byte) (0xf0 | (point >> 18));
      bytes[length++] = (byte) (0x80 | (point >> 12 & 0x3f));
      bytes[length++] = (byte) (0x80 | (point >> 6 & 0x3f));
    }
    bytes[length++] = (byte) (0x80 | (point & 0x3f));
    return point >= 0x10000 ? 1 : 0;
  }

  private void escape(char c) {
    bytes[length++] = '\\';
    bytes[length++] = 'u';
    bytes[length++] = '0';
    bytes[length++] = '0';
    bytes[length++] = HEX[c >> 4];
    bytes[length++] = HEX[c & 0xf];
  }

  private static int digits(long value) {
    int digits = 1;
    long bound = 10;
    while (digits < 19 && value >= bound) {
      digits++;
      bound *= 10;
    }
    return digits;
  }

  private void room(int count) {
    if (bytes.length - length < count) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + count));
    }
  }
}
