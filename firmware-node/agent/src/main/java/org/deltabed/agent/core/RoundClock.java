package org.deltabed.agent.core;

/**
 * When slots start, in the node's own clock. Slots are counted from slot 0 of round 0: slot {@code
 * s} of round {@code r} has the position {@code r * n + s}.
 */
final class RoundClock {
  private final int n;
  private final long slotNs;
  private long baseNs;

  RoundClock(int n, long slotNs) {
    this.n = n;
    this.slotNs = slotNs;
  }

  /** Says when one slot started, and thereby when all do. */
  void set(long position, long startNs) {
    baseNs = startNs - position * slotNs;
  }

  /** Moves all slots. */
  void shift(long ns) {
    baseNs += ns;
  }

  long position(int round, int slot) {
    return (long) round * n + slot;
  }

  long startNs(long position) {
    return baseNs + position * slotNs;
  }

  int round(long position) {
    return Math.toIntExact(position / n);
  }

  int slot(long position) {
    return (int) (position % n);
  }
}
