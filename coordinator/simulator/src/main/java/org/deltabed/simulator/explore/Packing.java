package org.deltabed.simulator.explore;

import org.deltabed.simulator.automaton.TooLarge;

/** Where the local state of each process stands in the words of a global state. */
record Packing(int n, int words) {
  static final int WORDS_MAX = 3;

  private int perWord() {
    return (n + words - 1) / words;
  }

  /** Bits of one local state's number. */
  int bits() {
    return Math.min(30, 64 / perWord());
  }

  /** The largest number that fits. */
  int localMax() {
    return (int) ((1L << bits()) - 1);
  }

  int word(int process) {
    return (process - 1) / perWord();
  }

  int shift(int process) {
    return (process - 1) % perWord() * bits();
  }

  void unpack(StateSet set, int place, int[] locals) {
    long mask = (1L << bits()) - 1;
    for (int p = 1; p <= n; p++) {
      locals[p] = (int) ((set.word(place, word(p)) >>> shift(p)) & mask);
    }
  }

  /** The smallest that holds local states up to that number; for more processes, fewer of them. */
  static Packing of(int n, int locals) {
    for (int words = 1; words <= WORDS_MAX; words++) {
      Packing packing = new Packing(n, words);
      if (packing.localMax() >= locals) {
        return packing;
      }
    }
    throw new TooLarge(locals + " states of a process at n=" + n + " do not fit into a state");
  }
}
