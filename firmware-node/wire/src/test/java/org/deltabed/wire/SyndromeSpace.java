package org.deltabed.wire;

import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What errors of few bits do to the check of a chunk of one length.
 *
 * <p>A chunk passes iff its last five bytes equal what its other bytes call for, that is iff its
 * syndrome, the exclusive or of the two (40 bits), is 0. A CRC is affine: flipping a bit changes
 * the syndrome by a column that depends only on the bit's place. So an error of bits a, b, c passes
 * iff the chunk's syndrome is the sum of the columns of a, b and c, and all errors of up to five
 * bits can be tried through the sums of up to two columns, kept in a hash table.
 */
final class SyndromeSpace {
  private final long[] columns;
  private final long[] sums; // of no column (0), of one, of two
  private final int[] firstOf;
  private final int[] secondOf;
  private final LongIndex sumIndex;

  SyndromeSpace(int chunkBytes) {
    columns = columnsOf(chunkBytes);
    int bits = columns.length;
    int count = 1 + bits + bits * (bits - 1) / 2;
    sums = new long[count];
    firstOf = new int[count];
    secondOf = new int[count];
    int to = 1 + bits;
    for (int a = 0; a < bits; a++) {
      sums[1 + a] = columns[a];
      firstOf[1 + a] = a;
      for (int b = 0; b < a; b++) {
        sums[to] = columns[a] ^ columns[b];
        firstOf[to] = a;
        secondOf[to++] = b;
      }
    }
    sumIndex = new LongIndex(sums);
  }

  private static long[] columnsOf(int chunkBytes) {
    byte[] chunk = new byte[chunkBytes];
    long base = syndrome(chunk);
    long[] columns = new long[8 * chunkBytes];
    for (int bit = 0; bit < columns.length; bit++) {
      chunk[bit / 8] ^= (byte) (1 << (bit % 8));
      columns[bit] = base ^ syndrome(chunk);
      chunk[bit / 8] ^= (byte) (1 << (bit % 8));
    }
    return columns;
  }

  /** 0 iff the decoder's own check passes; a test compares the two. */
  static long syndrome(byte[] chunk) {
    int stuffed = chunk.length - FrameLayout.CRC_BYTES;
    byte[] expected = chunk.clone();
    new LineCrc().append(expected, 0, stuffed);
    long difference = 0;
    for (int i = stuffed; i < chunk.length; i++) {
      difference = (difference << 8) | ((expected[i] ^ chunk[i]) & 0xff);
    }
    return difference;
  }

  int columns() {
    return columns.length;
  }

  /**
   * Whether two different sets of up to two bits have the same sum; if not, no error of one to four
   * bits passes in a chunk that was correct.
   */
  boolean twoSumsAreEqual() {
    return sumIndex.size() != sums.length;
  }

  /**
   * Whether every column has odd parity; then every sum of an odd number of them has, and is not 0.
   */
  boolean everyColumnIsOdd() {
    for (long column : columns) {
      if (Long.bitCount(column) % 2 == 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether some error of five different bits passes in a chunk that was correct; tries all. */
  boolean someFivePass() {
    for (int a = 0; a < columns.length; a++) {
      for (int b = 0; b < a; b++) {
        for (int c = 0; c < b; c++) {
          if (sumIndex.of(columns[a] ^ columns[b] ^ columns[c]) >= 0) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /**
   * All sets of up to {@code flips} (at most 4) bits that make a chunk with this syndrome pass,
   * each at least once; needs {@link #twoSumsAreEqual} to be false.
   */
  void forEachPassing(long syndrome, int flips, Consumer<int[]> action) {
    int[] sumsOfUpTo = {1, 1, 1, 1 + columns.length, sums.length};
    for (int i = 0; i < sumsOfUpTo[flips]; i++) {
      int j = sumIndex.of(syndrome ^ sums[i]);
      if (j >= 0 && size(i) + size(j) <= flips) {
        action.accept(IntStream.concat(bits(i), bits(j)).toArray());
      }
    }
  }

  private int size(int sum) {
    return sum == 0 ? 0 : sum <= columns.length ? 1 : 2;
  }

  private IntStream bits(int sum) {
    return IntStream.of(firstOf[sum], secondOf[sum]).limit(size(sum));
  }
}
