package org.deltabed.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A whole number for each process, by rank: counters, and the time of a vector clock. */
public record Vector(List<Value> entries) implements Value {
  public Vector {
    entries = List.copyOf(entries);
    for (Value entry : entries) {
      if (!(entry instanceof Num)) {
        throw new IllegalArgumentException("no whole number in a vector: " + entry);
      }
    }
  }

  /** {@code [0]^n}. */
  public static Vector zero(int n) {
    return new Vector(Collections.nCopies(n, new Num(0)));
  }

  public static Vector of(long... numbers) {
    List<Value> entries = new ArrayList<>();
    for (long number : numbers) {
      entries.add(new Num(number));
    }
    return new Vector(entries);
  }

  public int size() {
    return entries.size();
  }

  /** {@code V[p]}. */
  public long get(int p) {
    return ((Num) entries.get(p - 1)).number();
  }

  /** With {@code V[p] := number}. */
  public Vector with(int p, long number) {
    List<Value> copy = new ArrayList<>(entries);
    copy.set(p - 1, new Num(number));
    return new Vector(copy);
  }

  /** With {@code V[p] := V[p] + 1}. */
  public Vector plusOne(int p) {
    return with(p, get(p) + 1);
  }

  /** The greater of the two in each entry; both are of the same processes. */
  public Vector max(Vector other) {
    List<Value> greater = new ArrayList<>();
    for (int p = 1; p <= size(); p++) {
      greater.add(new Num(Math.max(get(p), other.get(p))));
    }
    return new Vector(greater);
  }

  /** {@code V ≤ W}: in no entry greater. */
  public boolean isAtMost(Vector other) {
    for (int p = 1; p <= size(); p++) {
      if (get(p) > other.get(p)) {
        return false;
      }
    }
    return true;
  }

  /** {@code V < W}: in no entry greater, and not the same. */
  public boolean isBefore(Vector other) {
    return isAtMost(other) && !equals(other);
  }

  @Override
  public String toString() {
    return entries.toString();
  }
}
