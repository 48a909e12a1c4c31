package org.deltabed.simulator.run;

import org.deltabed.protocol.ProcessSet;

/**
 * Random numbers from a seed: SplitMix64, written out here so that a seed means the same on every
 * machine and for ever.
 */
final class Draws {
  private long state;

  Draws(long seed) {
    state = seed;
  }

  private long next() {
    state += 0x9E3779B97F4A7C15L;
    long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** From 0 to bound-1; the bias is far below what a run could show. */
  int below(int bound) {
    return (int) Long.remainderUnsigned(next() >>> 1, bound);
  }

  /** One of these processes. */
  int oneOf(ProcessSet processes) {
    int process = processes.first();
    for (int skip = below(processes.size()); skip > 0; skip--) {
      process = processes.next(process);
    }
    return process;
  }

  /** True once in so many times. */
  boolean oneIn(int times) {
    return below(times) == 0;
  }
}
