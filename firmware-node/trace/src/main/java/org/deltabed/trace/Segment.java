package org.deltabed.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A segment file in memory, being written. Made ahead, so that the writer finds its blocks
 * allocated and its pages present.
 */
final class Segment {
  private static final int PAGE_BYTES = 4096;
  private static final ValueLayout.OfLong LITTLE_LONG =
      ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG = LITTLE_LONG.varHandle();

  private final Path file;
  private final int index;
  private final int bytes;
  private final Arena arena;
  private final MemorySegment memory;
  private final byte[] head = new byte[SegmentLayout.HEAD_BYTES];
  private volatile long firstSeq = -1;

  private Segment(Path file, int index, int bytes, Arena arena, MemorySegment memory) {
    this.file = file;
    this.index = index;
    this.bytes = bytes;
    this.arena = arena;
    this.memory = memory;
  }

  /**
   * Creates the file at its full size, zeros on the disk and not just promised, and touches every
   * page for writing.
   */
  static Segment create(Path file, int index, int bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      ByteBuffer zeros = ByteBuffer.allocate(1 << 16);
      for (int written = 0; written < bytes; ) {
        zeros.clear().limit(Math.min(zeros.capacity(), bytes - written));
        written += channel.write(zeros, written);
      }
      channel.force(true);
      Arena arena = Arena.ofShared();
      try {
        MemorySegment memory = channel.map(MapMode.READ_WRITE, 0, bytes, arena);
        for (int page = 0; page < bytes; page += PAGE_BYTES) {
          memory.set(ValueLayout.JAVA_BYTE, page, (byte) 0);
        }
        return new Segment(file, index, bytes, arena, memory);
      } catch (IOException | RuntimeException failed) {
        arena.close();
        throw failed;
      }
    }
  }

  /**
   * Makes it the current segment. The mark comes last: without it the file counts as never used.
   */
  void begin(int node, int boot, long firstSeq, String run) {
    this.firstSeq = firstSeq;
    int fixed =
        SegmentLayout.write(head, new SegmentLayout.Head(node, boot, index, bytes, firstSeq, run));
    MemorySegment.copy(head, 0, memory, ValueLayout.JAVA_BYTE, 0, fixed);
    LONG.setRelease(memory, (long) SegmentLayout.DURABLE, SegmentLayout.mark(0));
    publish(SegmentLayout.HEAD_BYTES);
  }

  void put(byte[] record, int size, int offset) {
    MemorySegment.copy(record, 0, memory, ValueLayout.JAVA_BYTE, offset, size);
  }

  /** Lets readers see the records before {@code offset}. */
  void publish(int offset) {
    LONG.setRelease(memory, (long) SegmentLayout.PUBLISHED, SegmentLayout.mark(offset));
  }

  /** Returns when everything before {@code offset} is on the disk. */
  void force(int offset) throws IOException {
    try {
      memory.asSlice(0, offset).force();
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
    LONG.setRelease(memory, (long) SegmentLayout.DURABLE, SegmentLayout.mark(offset));
  }

  /** Forces it whole and gives the memory back. */
  void retire() throws IOException {
    force(bytes);
    close();
  }

  void close() {
    arena.close();
  }

  Path file() {
    return file;
  }

  int bytes() {
    return bytes;
  }

  /** The first record's number; -1 until it is in use. */
  long firstSeq() {
    return firstSeq;
  }
}
