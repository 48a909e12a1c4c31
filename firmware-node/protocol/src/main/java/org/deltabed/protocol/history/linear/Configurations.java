package org.deltabed.protocol.history.linear;

import java.util.Arrays;

/**
 * A set of configurations, each a row of numbers: how many operations of each process are in the
 * order, and the object's state. Open addressing, linear probing; 4 bytes for each number.
 */
final class Configurations {
  private static final int FREE = -1;

  private final int width;
  private int[] rows;
  private int capacity = 1 << 6;
  private int size;

  /**
   * @param width how many numbers a configuration has; none is negative
   */
  Configurations(int width) {
    this.width = width;
    rows = free(capacity);
  }

  int size() {
    return size;
  }

  /** Adds the configuration; false if it was there. */
  boolean add(int[] row) {
    if (2 * size >= capacity) {
      grow();
    }
    int at = find(rows, capacity, row, 0);
    if (rows[at * width] != FREE) {
      return false;
    }
    copy(row, 0, rows, at * width);
    size++;
    return true;
  }

  private void grow() {
    int more = 2 * capacity;
    int[] newRows = free(more);
    for (int at = 0; at < capacity; at++) {
      if (rows[at * width] != FREE) {
        int to = find(newRows, more, rows, at * width);
        copy(rows, at * width, newRows, to * width);
      }
    }
    rows = newRows;
    capacity = more;
  }

  private void copy(int[] from, int at, int[] into, int to) {
    for (int i = 0; i < width; i++) {
      into[to + i] = from[at + i];
    }
  }

  private int[] free(int count) {
    int[] made = new int[Math.multiplyExact(count, width)];
    Arrays.fill(made, FREE);
    return made;
  }

  /** Where that row is, or where it would be put. */
  private int find(int[] in, int count, int[] row, int from) {
    int at = hash(row, from) & (count - 1);
    while (in[at * width] != FREE && !isSame(in, at * width, row, from)) {
      at = (at + 1) & (count - 1);
    }
    return at;
  }

  private boolean isSame(int[] one, int oneFrom, int[] other, int otherFrom) {
    return Arrays.equals(one, oneFrom, oneFrom + width, other, otherFrom, otherFrom + width);
  }

  private int hash(int[] row, int from) {
    long hash = 0;
    for (int i = from; i < from + width; i++) {
      hash = (hash ^ row[i]) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    return (int) (hash ^ (hash >>> 32));
  }
}
