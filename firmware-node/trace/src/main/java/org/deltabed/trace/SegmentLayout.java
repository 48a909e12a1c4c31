package org.deltabed.trace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The head of a spool segment, little-endian, 256 bytes; records follow to the segment's end.
 *
 * <pre>
 *   0 magic      8 bytes "DTSPOOL1"
 *   8 node       i32
 *  12 boot       i32
 *  16 index      i32, of the segment within its boot, from 0
 *  20 bytes      i32, the whole segment's size
 *  24 firstSeq   i64
 *  32 runLength  u8, then the run (64 bytes) that the first record is in
 * 100 crc32c     u32, over the 100 bytes before
 * 128 published  mark: records up to this offset are whole
 * 192 durable    mark: records up to this offset were forced to the disk
 * </pre>
 *
 * A mark is an offset and its complement in one aligned 64-bit word, so that damage to it shows.
 * The published mark is written last: a segment whose mark is zero is a spare that was never used.
 * All other bytes are zero.
 */
final class SegmentLayout {
  static final int HEAD_BYTES = 256;
  static final int PUBLISHED = 128;
  static final int DURABLE = 192;

  private static final long MAGIC = 0x314c4f4f50535444L; // "DTSPOOL1"
  private static final int NODE = 8;
  private static final int BOOT = 12;
  private static final int INDEX = 16;
  private static final int BYTES = 20;
  private static final int FIRST_SEQ = 24;
  private static final int RUN = 32;
  private static final int CRC = 100;
  private static final int FIXED_BYTES = 104;

  /** What a segment's head says. */
  record Head(int node, int boot, int index, int bytes, long firstSeq, String run) {}

  private SegmentLayout() {}

  static long mark(int offset) {
    return offset | (long) ~offset << 32;
  }

  /** The offset that a mark holds, or -1 if it is damaged. */
  static int offset(long mark) {
    int offset = (int) mark;
    return offset >= 0 && mark == mark(offset) ? offset : -1;
  }

  /** Writes the fixed part, {@code FIXED_BYTES} long, of a head. */
  static int write(byte[] out, Head head) {
    Arrays.fill(out, 0, FIXED_BYTES, (byte) 0);
    RecordLayout.LONG.set(out, 0, MAGIC);
    RecordLayout.INT.set(out, NODE, head.node);
    RecordLayout.INT.set(out, BOOT, head.boot);
    RecordLayout.INT.set(out, INDEX, head.index);
    RecordLayout.INT.set(out, BYTES, head.bytes);
    RecordLayout.LONG.set(out, FIRST_SEQ, head.firstSeq);
    byte[] run = head.run.getBytes(StandardCharsets.US_ASCII);
    out[RUN] = (byte) run.length;
    System.arraycopy(run, 0, out, RUN + 1, run.length);
    RecordLayout.INT.set(out, CRC, crc(out));
    return FIXED_BYTES;
  }

  /** The head at the start of {@code in}, or null if it is damaged. */
  static Head read(byte[] in) {
    int runLength = in[RUN] & 0xff;
    if ((long) RecordLayout.LONG.get(in, 0) != MAGIC
        || (int) RecordLayout.INT.get(in, CRC) != crc(in)
        || runLength > RunId.LENGTH_MAX
        || !restIsZero(in)) {
      return null;
    }
    return new Head(
        (int) RecordLayout.INT.get(in, NODE),
        (int) RecordLayout.INT.get(in, BOOT),
        (int) RecordLayout.INT.get(in, INDEX),
        (int) RecordLayout.INT.get(in, BYTES),
        (long) RecordLayout.LONG.get(in, FIRST_SEQ),
        new String(in, RUN + 1, runLength, StandardCharsets.US_ASCII));
  }

  private static boolean restIsZero(byte[] in) {
    return Zeros.between(in, FIXED_BYTES, PUBLISHED)
        && Zeros.between(in, PUBLISHED + Long.BYTES, DURABLE)
        && Zeros.between(in, DURABLE + Long.BYTES, HEAD_BYTES);
  }

  private static int crc(byte[] in) {
    CRC32C crc = new CRC32C();
    crc.update(in, 0, CRC);
    return (int) crc.getValue();
  }
}
