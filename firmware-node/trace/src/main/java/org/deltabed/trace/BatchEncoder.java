package org.deltabed.trace;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Makes batches of what a spool's reader gives, in one buffer that is used again. For the reader's
 * thread.
 */
public final class BatchEncoder {
  private final long session;
  private final SpoolReader reader;
  private final byte[] out = new byte[BatchCodec.PAYLOAD_BYTES_MAX];
  private final CRC32C crc = new CRC32C();
  private boolean held;
  private long firstSeq;
  private int count;

  public BatchEncoder(long session, SpoolReader reader) {
    this.session = session;
    this.reader = reader;
  }

  /**
   * Fills {@link #bytes} with the next records, as many as there are and fit.
   *
   * @return the payload's length, or 0 if there is no further record now
   * @throws SpoolDamaged if the next record is damaged; what stands before it was given by earlier
   *     calls
   */
  public int encode() throws IOException {
    count = 0;
    if (!held && !reader.advance()) {
      return 0;
    }
    held = true;
    head();
    int at = BatchCodec.HEAD_BYTES;
    while (held && reader.size() <= out.length - at) {
      reader.copyTo(out, at);
      at += reader.size();
      count++;
      held = advanceUnlessDamaged();
    }
    RecordLayout.INT.set(out, BatchCodec.COUNT, count);
    RecordLayout.INT.set(out, BatchCodec.BYTES, at - BatchCodec.HEAD_BYTES);
    crc.reset();
    crc.update(out, BatchCodec.SESSION, at - BatchCodec.SESSION);
    RecordLayout.INT.set(out, BatchCodec.CRC, (int) crc.getValue());
    return at;
  }

  /** The payload's bytes; valid until the next {@link #encode}. */
  public byte[] bytes() {
    return out;
  }

  /** The first record of the last batch. */
  public long firstSeq() {
    return firstSeq;
  }

  /** How many records the last batch holds. */
  public int count() {
    return count;
  }

  /**
   * Damage after the first record is for the next call, so that the records before it still go out.
   */
  private boolean advanceUnlessDamaged() throws IOException {
    try {
      return reader.advance();
    } catch (SpoolDamaged laterAgain) {
      return false;
    }
  }

  @SuppressWarnings(
      "deprecation") // getBytes(int, int, byte[], int) is the copy of ASCII that is wanted, without
  // garbage
  private void head() {
    firstSeq = reader.seq();
    String run = reader.runBefore();
    Arrays.fill(out, 0, BatchCodec.HEAD_BYTES, (byte) 0);
    RecordLayout.INT.set(out, 0, BatchCodec.MAGIC);
    RecordLayout.LONG.set(out, BatchCodec.SESSION, session);
    RecordLayout.LONG.set(out, BatchCodec.FIRST_SEQ, firstSeq);
    RecordLayout.INT.set(out, BatchCodec.NODE, reader.node());
    RecordLayout.INT.set(out, BatchCodec.BOOT, reader.boot());
    out[BatchCodec.RUN] = (byte) run.length();
    run.getBytes(0, run.length(), out, BatchCodec.RUN + 1);
  }
}
