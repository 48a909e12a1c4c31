package org.deltabed.simulator.automaton;

import java.util.Arrays;

/**
 * A map from long to long without boxes: open addressing, linear probing; keys are not negative.
 */
public final class LongMap {
  public static final long MISSING = -1;
  private static final long FREE = -1;

  private long[] keys = new long[1 << 10];
  private long[] values = new long[1 << 10];
  private int size;

  public LongMap() {
    Arrays.fill(keys, FREE);
  }

  /** The value, or MISSING. */
  public long get(long key) {
    int mask = keys.length - 1;
    for (int at = spread(key) & mask; ; at = (at + 1) & mask) {
      long found = keys[at];
      if (found == key) {
        return values[at];
      }
      if (found == FREE) {
        return MISSING;
      }
    }
  }

  public void put(long key, long value) {
    if (2 * size >= keys.length) {
      grow();
    }
    size += place(keys, values, key, value);
  }

  private static int place(long[] keys, long[] values, long key, long value) {
    int mask = keys.length - 1;
    int at = spread(key) & mask;
    while (keys[at] != FREE && keys[at] != key) {
      at = (at + 1) & mask;
    }
    int added = keys[at] == FREE ? 1 : 0;
    keys[at] = key;
    values[at] = value;
    return added;
  }

  private void grow() {
    long[] newKeys = new long[2 * keys.length];
    long[] newValues = new long[2 * keys.length];
    Arrays.fill(newKeys, FREE);
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != FREE) {
        place(newKeys, newValues, keys[i], values[i]);
      }
    }
    keys = newKeys;
    values = newValues;
  }

  private static int spread(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed ^ (mixed >>> 32));
  }
}
