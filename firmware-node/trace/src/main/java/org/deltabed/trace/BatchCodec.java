package org.deltabed.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Records of one (node, boot) in one MQTT payload of at most 32 KiB, little-endian; {@link
 * BatchEncoder} makes them.
 *
 * <pre>
 *  0 magic    u32 "DTB1"
 *  4 crc32c   u32, over all that follows
 *  8 session  i64
 * 16 firstSeq i64
 * 24 node     i32
 * 28 boot     i32
 * 32 count    i32
 * 36 bytes    i32, of the records
 * 40 runLength u8, then the run (64 bytes) that was on before the first record, then zeros
 * 112 the records, as in the spool
 * </pre>
 */
public final class BatchCodec {
  /** No payload is longer. */
  public static final int PAYLOAD_BYTES_MAX = 32 << 10;

  static final int HEAD_BYTES = 112;
  static final int MAGIC = 0x31425444; // "DTB1"
  static final int CRC = 4;
  static final int SESSION = 8;
  static final int FIRST_SEQ = 16;
  static final int NODE = 24;
  static final int BOOT = 28;
  static final int COUNT = 32;
  static final int BYTES = 36;
  static final int RUN = 40;

  /** What a payload turned out to be. */
  public sealed interface Decoded permits Batch, Refused {}

  /** A batch: records {@code firstSeq}, {@code firstSeq + 1} and so on, each with its run. */
  public record Batch(long session, int node, int boot, long firstSeq, List<TraceRecord> records)
      implements Decoded {}

  /** Bytes that are no batch, and why. */
  public record Refused(String reason) implements Decoded {}

  private BatchCodec() {}

  /** Decodes any bytes without throwing. */
  public static Decoded decode(byte[] payload) {
    if (payload.length < HEAD_BYTES || payload.length > PAYLOAD_BYTES_MAX) {
      return new Refused("a batch of " + payload.length + " bytes");
    }
    if (number(payload, 0) != MAGIC) {
      return new Refused("no batch of this version");
    }
    CRC32C crc = new CRC32C();
    crc.update(payload, SESSION, payload.length - SESSION);
    if ((int) crc.getValue() != number(payload, CRC)) {
      return new Refused("CRC");
    }
    int node = number(payload, NODE);
    int boot = number(payload, BOOT);
    int count = number(payload, COUNT);
    int runLength = payload[RUN] & 0xff;
    if (node < 0 || boot < 0 || number(payload, BYTES) != payload.length - HEAD_BYTES) {
      return new Refused("node, boot or length out of range");
    }
    if (runLength > RunId.LENGTH_MAX
        || count < 1
        || count > payload.length / RecordLayout.HEADER_BYTES) {
      return new Refused("run or count out of range");
    }
    String run = new String(payload, RUN + 1, runLength, StandardCharsets.ISO_8859_1);
    if (!run.isEmpty() && !RunId.isValid(run)) {
      return new Refused("run id");
    }
    return records(payload, node, boot, count, new RunAttribution(run), crc);
  }

  private static Decoded records(
      byte[] payload, int node, int boot, int count, RunAttribution runs, CRC32C crc) {
    long firstSeq = (long) RecordLayout.LONG.get(payload, FIRST_SEQ);
    List<TraceRecord> records = new ArrayList<>(count);
    JsonCheck json = new JsonCheck();
    int at = HEAD_BYTES;
    for (int i = 0; i < count; i++) {
      int size = RecordLayout.sizeIfWhole(payload, at, payload.length, crc);
      if (size == 0) {
        return new Refused("record " + i + " is not whole");
      }
      long seq = RecordLayout.seq(payload, at);
      if (seq != firstSeq + i || seq < 0) {
        return new Refused("record " + i + " has the number " + seq);
      }
      int dataBytes = RecordLayout.dataBytes(payload, at);
      if (dataBytes != 0 && !json.isObject(payload, at + RecordLayout.HEADER_BYTES, dataBytes)) {
        return new Refused("record " + i + " has data that is no JSON object");
      }
      records.add(RecordLayout.decode(payload, at, node, boot, runs));
      at += size;
    }
    if (at != payload.length) {
      return new Refused("more bytes than records");
    }
    long session = (long) RecordLayout.LONG.get(payload, SESSION);
    return new Batch(session, node, boot, firstSeq, Collections.unmodifiableList(records));
  }

  private static int number(byte[] in, int at) {
    return (int) RecordLayout.INT.get(in, at);
  }
}
