package org.deltabed.wire;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.Vocabulary;

/**
 * Messages as bytes: the instance, then a value of the closed {@link Vocabulary} as its number and
 * its components. Every message has exactly one form.
 */
public final class MessageCodec {
  /** Values nested deeper than this are refused on both sides. */
  public static final int DEPTH_MAX = 16;

  /** What {@link #encode} returns when the message is longer than the array. */
  public static final int TOO_LONG = -1;

  private MessageCodec() {}

  /**
   * Writes a message to the beginning of {@code out}; returns its length or {@link #TOO_LONG}.
   *
   * @param instance place of the component instance in {@code Stack.instances()}
   * @param index which of a family of instances, 0 where there is no family
   * @throws IllegalArgumentException if the value, or one within it, may not travel: not of the
   *     vocabulary, null, or nested too deep
   */
  public static int encode(int instance, int index, Value value, byte[] out) {
    if (instance < 0 || instance > Integer.MAX_VALUE / 2 || index < 0) {
      throw new IllegalArgumentException("no instance " + instance + "[" + index + "]");
    }
    ByteWriter writer = new ByteWriter(out);
    writer.unsigned((long) instance << 1 | (index == 0 ? 0 : 1));
    if (index != 0) {
      writer.unsigned(index);
    }
    write(value, writer, 1);
    return writer.length() > out.length ? TOO_LONG : writer.length();
  }

  /** Reads a message; never throws, whatever the bytes are. */
  public static Decoded decode(byte[] bytes, int offset, int length) {
    try {
      ByteReader reader = new ByteReader(bytes, offset, length);
      long tagged = reader.unsigned(Integer.MAX_VALUE);
      int index = (tagged & 1) == 0 ? 0 : reader.unsigned(Integer.MAX_VALUE);
      if ((tagged & 1) != 0 && index == 0) {
        throw new Malformation(MessageFault.NUMBER); // index 0 is not written
      }
      Value value = read(reader, 1);
      if (reader.left() > 0) {
        throw new Malformation(MessageFault.TRAILING);
      }
      return new Decoded.Message((int) (tagged >>> 1), index, value);
    } catch (Malformation e) {
      return new Decoded.Malformed(e.fault);
    }
  }

  private static void write(Value value, ByteWriter writer, int depth) {
    if (value == null || depth > DEPTH_MAX) {
      throw new IllegalArgumentException(value == null ? "null travels as Nil" : "nested too deep");
    }
    Vocabulary.Word word = Vocabulary.of(value);
    writer.octet(word.number());
    List<Vocabulary.Field> fields = word.fields();
    for (int i = 0; i < fields.size(); i++) {
      writeComponent(fields.get(i).kind(), word.get(value, i), writer, depth);
    }
  }

  private static void writeComponent(
      Vocabulary.Kind kind, Object component, ByteWriter writer, int depth) {
    switch (kind) {
      case INT, LONG -> writer.signed(((Number) component).longValue());
      case BOOLEAN -> writer.octet((boolean) component ? 1 : 0);
      case STRING -> writer.text((String) component);
      case PROCESS_SET -> writer.unsigned(((ProcessSet) component).bits());
      case VALUE -> write((Value) component, writer, depth + 1);
      case VALUES -> {
        List<?> values = (List<?>) component;
        writer.unsigned(values.size());
        values.forEach(value -> write((Value) value, writer, depth + 1));
      }
    }
  }

  private static Value read(ByteReader reader, int depth) throws Malformation {
    if (depth > DEPTH_MAX) {
      throw new Malformation(MessageFault.DEPTH);
    }
    Vocabulary.Word word = Vocabulary.byNumber(reader.octet());
    if (word == null || !word.isValue()) {
      throw new Malformation(MessageFault.UNKNOWN_TYPE);
    }
    List<Vocabulary.Field> fields = word.fields();
    Object[] components = new Object[fields.size()];
    for (int i = 0; i < components.length; i++) {
      components[i] = readComponent(fields.get(i).kind(), reader, depth);
    }
    try {
      return (Value) word.make(components);
    } catch (IllegalArgumentException e) {
      throw new Malformation(MessageFault.REFUSED);
    }
  }

  private static Object readComponent(Vocabulary.Kind kind, ByteReader reader, int depth)
      throws Malformation {
    return switch (kind) {
      case INT -> readInt(reader);
      case LONG -> reader.signed();
      case BOOLEAN -> reader.unsigned(1) == 1;
      case STRING -> reader.text();
      case PROCESS_SET -> new ProcessSet(reader.unsigned());
      case VALUE -> read(reader, depth + 1);
      case VALUES -> readValues(reader, depth);
    };
  }

  private static int readInt(ByteReader reader) throws Malformation {
    long value = reader.signed();
    if (value != (int) value) {
      throw new Malformation(MessageFault.NUMBER);
    }
    return (int) value;
  }

  private static List<Value> readValues(ByteReader reader, int depth) throws Malformation {
    int count = reader.count();
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(read(reader, depth + 1));
    }
    return values;
  }
}
