package org.deltabed.hardware.virtual;

/**
 * What a node has written and the line has not yet taken: a ring of bytes with the time at which
 * each was read from the terminal. Finds where the next chunk ends.
 */
final class Outbox {

  static final int CAPACITY = 8192;

  /** A chunk without a delimiter ends here. */
  static final int CHUNK_BYTES_MAX = 1024;

  private static final int MASK = CAPACITY - 1;

  private final byte[] bytes = new byte[CAPACITY];
  private final long[] readNs = new long[CAPACITY];
  private long head;
  private long tail;

  /** How far the next chunk's end has been looked for, and whether anything but 0 was there. */
  private long scanned;

  private boolean bodySeen;
  private int chunkLength;

  int free() {
    return CAPACITY - (int) (tail - head);
  }

  int size() {
    return (int) (tail - head);
  }

  void put(byte[] from, int length, long nowNs) {
    if (length > free()) {
      throw new IllegalStateException("outbox overflow");
    }
    for (int i = 0; i < length; i++) {
      bytes[(int) tail & MASK] = from[i];
      readNs[(int) tail & MASK] = nowNs;
      tail++;
    }
  }

  /** Length of the next chunk if its end is there, else 0. */
  int chunkLength() {
    while (chunkLength == 0 && scanned < tail) {
      boolean delimiter = bytes[(int) scanned & MASK] == 0;
      scanned++;
      if ((delimiter && bodySeen) || scanned - head == CHUNK_BYTES_MAX) {
        chunkLength = (int) (scanned - head);
      }
      bodySeen |= !delimiter;
    }
    return chunkLength;
  }

  /** When the next chunk's first byte was read. Only if there is one. */
  long firstReadNs() {
    return readNs[(int) head & MASK];
  }

  /** When the last byte was read. Only if there is one. */
  long lastReadNs() {
    return readNs[(int) (tail - 1) & MASK];
  }

  void take(byte[] into, int length) {
    for (int i = 0; i < length; i++) {
      into[i] = bytes[(int) head & MASK];
      head++;
    }
    restartScan();
  }

  /** Throws everything away and says how much that was. */
  int clear() {
    int lost = size();
    head = tail;
    restartScan();
    return lost;
  }

  private void restartScan() {
    scanned = head;
    bodySeen = false;
    chunkLength = 0;
  }
}
