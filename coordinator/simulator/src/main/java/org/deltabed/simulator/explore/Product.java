package org.deltabed.simulator.explore;

import java.util.Arrays;
import org.deltabed.simulator.automaton.TooLarge;

/**
 * All global states that follow from one choice of who crashes: every survivor has some options for
 * itself (which of the crashed reached it), and they are combined in every way.
 *
 * <p>Options of one survivor that lead to the same local state are one option with a multiplicity,
 * so that schedules are counted and not walked, unless every transition is to be made one by one.
 */
final class Product {
  private final boolean oneByOne;
  private final boolean symmetric;
  private Packing packing;
  private StateSet out;

  private final int[] counts;
  private final int[][] locals;
  private final long[][] a;
  private final long[][] b;
  private final long[][] c;
  private final long[][] times;
  private final int[][] decisions;
  private final int[] chosen;
  private final int[] sorted;
  private int survivors;
  private long waysLow;
  private long waysHigh;
  private int sent;

  /** Transitions so far, each way of combining counted. */
  long transitions;

  /**
   * @param oneByOne whether options that lead to the same local state are still several
   * @param symmetric whether the local states of a global state are sorted
   */
  Product(int n, boolean oneByOne, boolean symmetric) {
    this.oneByOne = oneByOne;
    this.symmetric = symmetric;
    chosen = new int[n];
    sorted = new int[n];
    int options = 1 << n;
    counts = new int[n];
    locals = new int[n][options];
    a = new long[n][options];
    b = new long[n][options];
    c = new long[n][options];
    times = new long[n][options];
    decisions = new int[n][options];
  }

  void into(Packing newPacking, StateSet newOut) {
    packing = newPacking;
    out = newOut;
  }

  /** Begins a product for a state that is reached in so many ways. */
  void begin(long low, long high, int messages) {
    survivors = 0;
    waysLow = low;
    waysHigh = high;
    sent = messages;
  }

  /** The options that follow are those of one more survivor. */
  void nextSurvivor() {
    counts[survivors++] = 0;
  }

  /** An option of the last survivor: the answer of its last step, and when it decided. */
  void option(int process, int local, int decisionSlot) {
    int k = survivors - 1;
    if (!oneByOne) {
      for (int o = 0; o < counts[k]; o++) {
        if (locals[k][o] == local) {
          times[k][o]++;
          decisions[k][o] = Math.max(decisions[k][o], decisionSlot);
          return;
        }
      }
    }
    if (local > packing.localMax()) {
      throw new NeedsMoreBits(local);
    }
    int o = counts[k]++;
    locals[k][o] = local;
    long field = (long) local << packing.shift(process);
    int word = packing.word(process);
    a[k][o] = word == 0 ? field : 0;
    b[k][o] = word == 1 ? field : 0;
    c[k][o] = word == 2 ? field : 0;
    times[k][o] = 1;
    decisions[k][o] = decisionSlot;
  }

  /** The only option of one more process. */
  void single(int process, int local, int decisionSlot) {
    nextSurvivor();
    option(process, local, decisionSlot);
  }

  /** Combines them in every way; {@code decisionSlot} is the latest until now. */
  void combine(int decisionSlot) {
    if (symmetric) {
      combineSorted(0, 1, decisionSlot);
    } else if (packing.words() == 1) {
      combine(0, 0, 1, decisionSlot);
    } else {
      combine(0, 0, 0, 0, 1, decisionSlot);
    }
  }

  private void combine(int k, long key, long ways, int decisionSlot) {
    if (k == survivors) {
      add(key, 0, 0, ways, decisionSlot);
      return;
    }
    long[] field = a[k];
    long[] multiplicity = times[k];
    int[] decision = decisions[k];
    if (k == survivors - 1 && waysHigh == 0 && ways == 1) {
      addLast(key, field, multiplicity, decision, counts[k], decisionSlot);
      return;
    }
    for (int o = 0; o < counts[k]; o++) {
      combine(k + 1, key | field[o], ways * multiplicity[o], Math.max(decisionSlot, decision[o]));
    }
  }

  private void addLast(
      long key, long[] field, long[] multiplicity, int[] decision, int count, int decisionSlot) {
    for (int o = 0; o < count; o++) {
      long high = Math.unsignedMultiplyHigh(waysLow, multiplicity[o]);
      transitions += multiplicity[o];
      out.add(
          key | field[o],
          waysLow * multiplicity[o],
          high,
          Math.max(decisionSlot, decision[o]),
          sent);
    }
  }

  private void combine(int k, long x, long y, long z, long ways, int decisionSlot) {
    if (k == survivors) {
      add(x, y, z, ways, decisionSlot);
      return;
    }
    for (int o = 0; o < counts[k]; o++) {
      combine(
          k + 1,
          x | a[k][o],
          y | b[k][o],
          z | c[k][o],
          ways * times[k][o],
          Math.max(decisionSlot, decisions[k][o]));
    }
  }

  private void combineSorted(int k, long ways, int decisionSlot) {
    if (k == survivors) {
      addSorted(ways, decisionSlot);
      return;
    }
    for (int o = 0; o < counts[k]; o++) {
      chosen[k] = locals[k][o];
      combineSorted(k + 1, ways * times[k][o], Math.max(decisionSlot, decisions[k][o]));
    }
  }

  private void addSorted(long ways, int decisionSlot) {
    System.arraycopy(chosen, 0, sorted, 0, sorted.length);
    Arrays.sort(sorted);
    long[] word = new long[Packing.WORDS_MAX];
    for (int p = 1; p <= sorted.length; p++) {
      word[packing.word(p)] |= (long) sorted[p - 1] << packing.shift(p);
    }
    add(word[0], word[1], word[2], ways, decisionSlot);
  }

  private void add(long x, long y, long z, long ways, int decisionSlot) {
    transitions += ways;
    long high = Math.unsignedMultiplyHigh(waysLow, ways) + waysHigh * ways;
    if (Math.multiplyHigh(waysHigh, ways) != 0 || high < 0) {
      throw new TooLarge("more than 2^127 schedules lead to one state");
    }
    out.add(x, y, z, waysLow * ways, high, decisionSlot, sent);
  }

  /** A local state's number that the packing has no bits for. */
  static final class NeedsMoreBits extends RuntimeException {
    private static final long serialVersionUID = 1;
    final int local;

    NeedsMoreBits(int local) {
      super(null, null, false, false);
      this.local = local;
    }
  }
}
