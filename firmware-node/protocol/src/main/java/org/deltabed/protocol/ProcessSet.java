package org.deltabed.protocol;

import java.util.function.IntConsumer;

/**
 * A set of processes 1..64 as bits: process p is bit p-1. Iteration is by rank, so it is the same
 * on every machine, which hash sets do not promise.
 */
public record ProcessSet(long bits) {
  public static final int MAX = 64;
  public static final ProcessSet EMPTY = new ProcessSet(0);

  /** Π: the processes 1..n. */
  public static ProcessSet all(int n) {
    if (n < 0 || n > MAX) {
      throw new IllegalArgumentException("a set holds the processes 1.." + MAX + ", not 1.." + n);
    }
    return new ProcessSet(n == 0 ? 0 : -1L >>> (MAX - n));
  }

  public static ProcessSet of(int... processes) {
    long bits = 0;
    for (int process : processes) {
      bits |= bit(process);
    }
    return new ProcessSet(bits);
  }

  public boolean contains(int process) {
    return (bits & bit(process)) != 0;
  }

  public boolean isEmpty() {
    return bits == 0;
  }

  public int size() {
    return Long.bitCount(bits);
  }

  public ProcessSet with(int process) {
    return contains(process) ? this : new ProcessSet(bits | bit(process));
  }

  public ProcessSet without(int process) {
    return contains(process) ? new ProcessSet(bits & ~bit(process)) : this;
  }

  public ProcessSet union(ProcessSet other) {
    return new ProcessSet(bits | other.bits);
  }

  public ProcessSet minus(ProcessSet other) {
    return new ProcessSet(bits & ~other.bits);
  }

  public ProcessSet intersect(ProcessSet other) {
    return new ProcessSet(bits & other.bits);
  }

  /** {@code this ⊆ other}. */
  public boolean isSubsetOf(ProcessSet other) {
    return (bits & ~other.bits) == 0;
  }

  /** The lowest rank in the set, or 0 if it is empty. */
  public int first() {
    return bits == 0 ? 0 : Long.numberOfTrailingZeros(bits) + 1;
  }

  /** The lowest rank above {@code process} in the set, or 0 if there is none. */
  public int next(int process) {
    return process >= MAX ? 0 : new ProcessSet(bits & (-1L << process)).first();
  }

  /** Every process in the set, by rank. */
  public void forEach(IntConsumer action) {
    for (long rest = bits; rest != 0; rest &= rest - 1) {
      action.accept(Long.numberOfTrailingZeros(rest) + 1);
    }
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    forEach(process -> text.append(text.length() == 1 ? "" : " ").append('p').append(process));
    return text.append('}').toString();
  }

  private static long bit(int process) {
    if (process < 1 || process > MAX) {
      throw new IllegalArgumentException("no process has rank " + process);
    }
    return 1L << (process - 1);
  }
}
