package org.deltabed.agent.shell;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Chunks of bytes with their arrival times, from the bus's reader thread to the loop's. Allocates
 * nothing and never blocks; a chunk that finds no room is counted, and the node must stop.
 */
final class ByteRing {
  /** Takes a chunk; the bytes are valid during the call. */
  interface Taker {
    void take(byte[] bytes, int length, long arrivalNs);
  }

  /**
   * A babbling line brings a few hundred bytes each time, for as long as the loop sleeps in a slot.
   */
  static final int CHUNKS = 256;

  private static final int CHUNK_BYTES_MAX = 1024;
  private static final VarHandle WRITTEN;
  private static final VarHandle READ;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      WRITTEN = lookup.findVarHandle(ByteRing.class, "written", long.class);
      READ = lookup.findVarHandle(ByteRing.class, "read", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final byte[][] chunks = new byte[CHUNKS][CHUNK_BYTES_MAX];
  private final int[] lengths = new int[CHUNKS];
  private final long[] arrivalsNs = new long[CHUNKS];
  private volatile boolean overflown;

  @SuppressWarnings("unused") // set and read through WRITTEN
  private long written;

  @SuppressWarnings("unused") // set and read through READ
  private long read;

  /** The reader thread's side. */
  void put(byte[] bytes, int length, long arrivalNs) {
    for (int from = 0; from < length; from += CHUNK_BYTES_MAX) {
      putChunk(bytes, from, Math.min(CHUNK_BYTES_MAX, length - from), arrivalNs);
    }
  }

  private void putChunk(byte[] bytes, int from, int length, long arrivalNs) {
    long at = (long) WRITTEN.get(this);
    if (at - (long) READ.getAcquire(this) == CHUNKS) {
      overflown = true;
      return;
    }
    int place = (int) (at % CHUNKS);
    System.arraycopy(bytes, from, chunks[place], 0, length);
    lengths[place] = length;
    arrivalsNs[place] = arrivalNs;
    WRITTEN.setRelease(this, at + 1);
  }

  /** The loop's side: everything that has arrived. */
  void drain(Taker taker) {
    long at = (long) READ.get(this);
    long end = (long) WRITTEN.getAcquire(this);
    for (; at < end; at++) {
      int place = (int) (at % CHUNKS);
      taker.take(chunks[place], lengths[place], arrivalsNs[place]);
      READ.setRelease(this, at + 1);
    }
  }

  /** Whether bytes were lost because the loop did not read. */
  boolean overflown() {
    return overflown;
  }
}
