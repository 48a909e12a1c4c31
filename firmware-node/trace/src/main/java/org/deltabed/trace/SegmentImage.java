package org.deltabed.trace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * A segment file as its bytes were when it was read, and what they say about where its records end.
 */
final class SegmentImage {
  private static final int CHUNK_BYTES = 1 << 14;
  private static final int SECTOR_BYTES = 512;

  /** A mark may be read just while it changes; a mark that is damaged is so every time. */
  private static final int TRIES = 3;

  /** What a segment's head makes of it. */
  enum State {
    /** Never used: a spare. */
    UNUSED,
    /** So short that there is no head. */
    CUT,
    /** The head is not what was written. */
    DAMAGED,
    USED
  }

  /** What stands where no whole record is. */
  enum Ending {
    /** Nothing: the records end here. */
    CLEAN,
    /**
     * A record that was not finished, or never reached the disk: nothing that was acknowledged is
     * lost.
     */
    TORN,
    /** A record was there. */
    DAMAGED
  }

  private final Path file;
  private final CRC32C crc = new CRC32C();
  private final byte[] markBytes = new byte[Long.BYTES];
  private byte[] bytes;
  private int length;
  private State state = State.UNUSED;
  private SegmentLayout.Head head;
  private int published;
  private int durable;

  private SegmentImage(Path file, byte[] buffer) {
    this.file = file;
    this.bytes = buffer;
  }

  /** Reads the whole file; {@code buffer} is used again if it is large enough. */
  static SegmentImage read(Path file, byte[] buffer) throws IOException {
    SegmentImage image = new SegmentImage(file, buffer);
    image.load();
    for (int i = 0; i < TRIES && image.state == State.DAMAGED; i++) {
      image.load();
    }
    return image;
  }

  /** Reads the head only: there are no records in it. */
  static SegmentImage readHead(Path file) throws IOException {
    SegmentImage image = new SegmentImage(file, new byte[SegmentLayout.HEAD_BYTES]);
    image.loadHead();
    for (int i = 0; i < TRIES && image.state == State.DAMAGED; i++) {
      image.loadHead();
    }
    return image;
  }

  /** Reads what was published since, while the file is being written. */
  void follow() throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      int mark = -1;
      while (mark
          < 0) { // the eight bytes may be read while they change; their two halves then differ
        channel.read(ByteBuffer.wrap(markBytes), SegmentLayout.PUBLISHED);
        mark = SegmentLayout.offset((long) RecordLayout.LONG.get(markBytes, 0));
      }
      int from = published;
      fill(channel, from, mark);
      published = mark;
    }
  }

  private void loadHead() throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      fill(channel, 0, (int) Math.min(channel.size(), SegmentLayout.HEAD_BYTES));
    }
    judgeHead();
  }

  private void load() throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size > 1 << 30) {
        state = State.DAMAGED;
        return;
      }
      if (bytes.length < size) {
        bytes = new byte[(int) size];
      }
      fill(channel, 0, (int) size);
    }
    judgeHead();
  }

  private void judgeHead() {
    if (length < SegmentLayout.HEAD_BYTES) {
      state = State.CUT;
      return;
    }
    long mark = (long) RecordLayout.LONG.get(bytes, SegmentLayout.PUBLISHED);
    if (mark == 0) {
      state = State.UNUSED;
      return;
    }
    head = SegmentLayout.read(bytes);
    published = SegmentLayout.offset(mark);
    durable = SegmentLayout.offset((long) RecordLayout.LONG.get(bytes, SegmentLayout.DURABLE));
    boolean sound = head != null && published >= SegmentLayout.HEAD_BYTES && durable >= 0;
    state = sound ? State.USED : State.DAMAGED;
  }

  private void fill(FileChannel channel, int from, int to) throws IOException {
    int at = from;
    while (at < to) { // in pieces, since the JDK keeps a direct buffer of the largest read for each
      // thread
      int count = channel.read(ByteBuffer.wrap(bytes, at, Math.min(CHUNK_BYTES, to - at)), at);
      if (count < 0) {
        break;
      }
      at += count;
    }
    length = Math.max(length, at);
  }

  /** The size of the whole record at {@code at} if it has the number {@code seq}, or 0. */
  int sizeOf(int at, long seq) {
    int size = RecordLayout.sizeIfWhole(bytes, at, length, crc);
    return size != 0 && RecordLayout.seq(bytes, at) == seq ? size : 0;
  }

  /**
   * What stands at {@code at}, where record {@code seq} should and does not. The rules, and what
   * they cannot tell apart, are in docs/trace-format.md.
   */
  Ending ending(int at, long seq, boolean goesOn) {
    int later = laterRecord(at, seq);
    int until = later >= 0 ? later : Math.min(published, length);
    if (at >= durable && (goesOn || at < until) && isHole(at, until)) {
      return Ending.TORN;
    }
    boolean truncated = length < head.bytes();
    if (goesOn || later >= 0 || (at < published && !truncated)) {
      return Ending.DAMAGED;
    }
    boolean clean = at >= published && Zeros.between(bytes, at, length);
    return clean ? Ending.CLEAN : Ending.TORN;
  }

  /**
   * Whether sectors of the disk that held the record at {@code at} were never written: only a power
   * cut does that.
   */
  private boolean isHole(int at, int until) {
    int sector = (at / SECTOR_BYTES + 1) * SECTOR_BYTES;
    if (Zeros.between(bytes, at, Math.min(sector, length))) {
      return true;
    }
    for (; sector < until; sector += SECTOR_BYTES) {
      if (Zeros.between(bytes, sector, Math.min(sector + SECTOR_BYTES, length))) {
        return true;
      }
    }
    return false;
  }

  private int laterRecord(int at, long seq) {
    for (int later = at + Long.BYTES; later < length; later += Long.BYTES) {
      if (RecordLayout.sizeIfWhole(bytes, later, length, crc) != 0
          && RecordLayout.seq(bytes, later) > seq) {
        return later;
      }
    }
    return -1;
  }

  State state() {
    return state;
  }

  SegmentLayout.Head head() {
    return head;
  }

  byte[] bytes() {
    return bytes;
  }

  int published() {
    return published;
  }

  String name() {
    return String.valueOf(file.getFileName());
  }
}
