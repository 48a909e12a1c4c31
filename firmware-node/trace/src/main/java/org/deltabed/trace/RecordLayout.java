package org.deltabed.trace;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * A record as bytes, in the spool and in batches: little-endian, 48 bytes and then {@code data} in
 * UTF-8, padded with zeros to a multiple of 8.
 *
 * <pre>
 *  0 crc32c u32, over all that follows, padding included
 *  4 length u32, 48 + bytes of data, padding not counted
 *  8 seq    i64
 * 16 timeNs i64
 * 24 a      i64
 * 32 b      i64
 * 40 round  i32, -1 for none
 * 44 kind   u8
 * 45 slot   i8, -1 for none
 * 46 peer   u8
 * 47 0xd7, so that a record's last word is never zero, whichever byte of it is damaged
 * 48 data
 * </pre>
 */
final class RecordLayout {
  static final int HEADER_BYTES = 48;
  static final int DATA_BYTES_MAX = 16 << 10;
  static final int RECORD_BYTES_MAX = HEADER_BYTES + DATA_BYTES_MAX;

  static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int LENGTH = 4;
  private static final int SEQ = 8;
  private static final int TIME = 16;
  private static final int A = 24;
  private static final int B = 32;
  private static final int ROUND = 40;
  private static final int KIND = 44;
  private static final int SLOT = 45;
  private static final int PEER = 46;
  private static final int END = 47;
  private static final byte END_MARK = (byte) 0xd7;

  private RecordLayout() {}

  /**
   * What the caller has put in place from {@code HEADER_BYTES} on is the data. Returns the size
   * with padding.
   */
  static int seal(byte[] out, int dataBytes, long seq, long timeNs, long a, long b, CRC32C crc) {
    int length = HEADER_BYTES + dataBytes;
    int size = padded(length);
    LONG.set(out, SEQ, seq);
    LONG.set(out, TIME, timeNs);
    LONG.set(out, A, a);
    LONG.set(out, B, b);
    INT.set(out, LENGTH, length);
    for (int i = length; i < size; i++) {
      out[i] = 0;
    }
    crc.reset();
    crc.update(out, LENGTH, size - LENGTH);
    INT.set(out, 0, (int) crc.getValue());
    return size;
  }

  static void small(byte[] out, Kind kind, int round, int slot, int peer) {
    if (slot < TraceRecord.NONE || slot > Byte.MAX_VALUE || peer < 0 || peer > 255) {
      throw new IllegalArgumentException("slot " + slot + " or peer " + peer + " is out of range");
    }
    INT.set(out, ROUND, round);
    out[KIND] = (byte) kind.code();
    out[SLOT] = (byte) slot;
    out[PEER] = (byte) peer;
    out[END] = END_MARK;
  }

  static int padded(int length) {
    return (length + 7) & -8;
  }

  /**
   * The size, with padding, of the whole and undamaged record at {@code at}, or 0 if there is none
   * before {@code limit}.
   */
  static int sizeIfWhole(byte[] in, int at, int limit, CRC32C crc) {
    if (limit - at < HEADER_BYTES) {
      return 0;
    }
    int length = (int) INT.get(in, at + LENGTH);
    if (length < HEADER_BYTES || length > RECORD_BYTES_MAX || padded(length) > limit - at) {
      return 0;
    }
    int size = padded(length);
    crc.reset();
    crc.update(in, at + LENGTH, size - LENGTH);
    return (int) crc.getValue() == (int) INT.get(in, at) ? size : 0;
  }

  static long seq(byte[] in, int at) {
    return (long) LONG.get(in, at + SEQ);
  }

  static Kind kind(byte[] in, int at) {
    return Kind.ofCode(in[at + KIND] & 0xff);
  }

  static int dataBytes(byte[] in, int at) {
    return (int) INT.get(in, at + LENGTH) - HEADER_BYTES;
  }

  static String data(byte[] in, int at) {
    int bytes = dataBytes(in, at);
    return bytes == 0 ? "" : new String(in, at + HEADER_BYTES, bytes, StandardCharsets.UTF_8);
  }

  /**
   * The record at {@code at}, which is whole. A kind that is not known keeps its number in the
   * data.
   */
  static TraceRecord decode(byte[] in, int at, int node, int boot, RunAttribution runs) {
    Kind kind = kind(in, at);
    int code = in[at + KIND] & 0xff;
    String data = data(in, at);
    if (code != kind.code()) {
      data = "{\"code\":" + code + (data.isEmpty() ? "" : ",\"data\":" + data) + "}";
    }
    return new TraceRecord(
        runs.of(kind, data),
        node,
        boot,
        seq(in, at),
        (long) LONG.get(in, at + TIME),
        kind,
        (int) INT.get(in, at + ROUND),
        in[at + SLOT],
        in[at + PEER] & 0xff,
        (long) LONG.get(in, at + A),
        (long) LONG.get(in, at + B),
        data);
  }
}
