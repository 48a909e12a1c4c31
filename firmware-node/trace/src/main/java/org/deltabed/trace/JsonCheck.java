package org.deltabed.trace;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Whether bytes are the text of one JSON object on one line, in UTF-8, at most {@value #DEPTH_MAX}
 * deep. It never throws and builds nothing, for it meets what strangers send. For one thread.
 */
final class JsonCheck {
  static final int DEPTH_MAX = 64;

  private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
  private byte[] in = {};
  private int at;
  private int end;
  private boolean plain;

  boolean isObject(byte[] bytes, int offset, int length) {
    in = bytes;
    at = offset;
    end = offset + length;
    plain = true;
    if (peek() != '{' || !value(0) || at != end) {
      return false;
    }
    return plain || isUtf8(offset, length);
  }

  private boolean isUtf8(int offset, int length) {
    try {
      utf8.decode(ByteBuffer.wrap(in, offset, length));
      return true;
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }

  private boolean value(int depth) {
    spaces();
    return switch (peek()) {
      case '{' -> depth < DEPTH_MAX && members(depth + 1);
      case '[' -> depth < DEPTH_MAX && elements(depth + 1);
      case '"' -> string();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    };
  }

  private boolean members(int depth) {
    at++;
    spaces();
    if (take('}')) {
      return true;
    }
    do {
      spaces();
      if (!string()) {
        return false;
      }
      spaces();
      if (!take(':') || !value(depth)) {
        return false;
      }
      spaces();
    } while (take(','));
    return take('}');
  }

  private boolean elements(int depth) {
    at++;
    spaces();
    if (take(']')) {
      return true;
    }
    do {
      if (!value(depth)) {
        return false;
      }
      spaces();
    } while (take(','));
    return take(']');
  }

  private boolean string() {
    if (!take('"')) {
      return false;
    }
    while (at < end) {
      byte b = in[at++];
      if (b == '"') {
        return true;
      } else if (b == '\\') {
        if (!escape()) {
          return false;
        }
      } else if (b >= 0 && b < 0x20) {
        return false;
      } else if (b < 0) {
        plain = false;
      }
    }
    return false;
  }

  private boolean escape() {
    int kind = peek();
    at++;
    if (kind != 'u') {
      return kind > 0 && "\"\\/bfnrt".indexOf(kind) >= 0;
    }
    for (int i = 0; i < 4; i++) {
      if (Character.digit(peek(), 16) < 0) {
        return false;
      }
      at++;
    }
    return true;
  }

  private boolean number() {
    take('-');
    if (!take('0') && !digits()) {
      return false;
    }
    if (take('.') && !digits()) {
      return false;
    }
    if (take('e') || take('E')) {
      if (!take('+')) {
        take('-');
      }
      return digits();
    }
    return true;
  }

  private boolean digits() {
    int from = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    return at > from;
  }

  private boolean word(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!take(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Spaces within a line: a line's end would end the record. */
  private void spaces() {
    while (peek() == ' ' || peek() == '\t') {
      at++;
    }
  }

  private boolean take(int wanted) {
    boolean found = peek() == wanted;
    if (found) {
      at++;
    }
    return found;
  }

  private int peek() {
    return at < end ? in[at] : -1;
  }
}
