package org.deltabed.wire;

/** Finds numbers in an array, quickly enough for billions of questions. */
final class LongIndex {
  private static final int NONE = -1;
  private final long[] values;
  private final int[] table; // index + 1, or 0 where nothing is
  private final int shift;
  private int size;

  LongIndex(long[] values) {
    this.values = values;
    int bits = 2 + (Integer.SIZE - Integer.numberOfLeadingZeros(values.length));
    table = new int[1 << bits];
    shift = Long.SIZE - bits;
    for (int i = 0; i < values.length; i++) {
      int place = place(values[i]);
      if (table[place] == 0) {
        table[place] = i + 1;
        size++;
      }
    }
  }

  /** How many different numbers there are. */
  int size() {
    return size;
  }

  /** Where the array holds the value first, or -1. */
  int of(long value) {
    int found = table[place(value)];
    return found == 0 ? NONE : found - 1;
  }

  private int place(long value) {
    int at = (int) ((value * 0x9e3779b97f4a7c15L) >>> shift);
    while (table[at] != 0 && values[table[at] - 1] != value) {
      at = (at + 1) & (table.length - 1);
    }
    return at;
  }
}
