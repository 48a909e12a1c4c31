package org.deltabed.protocol.broadcast;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import org.deltabed.protocol.Nil;
import org.deltabed.protocol.Value;

/**
 * The page's {@code echos := [⊥; N]}: at most one value of each process. Immutable.
 *
 * @param byProcess by rank-1; {@link Nil} stands for ⊥
 */
public record Votes(List<Value> byProcess) {
  private static final Value NONE = new Nil();

  public Votes {
    byProcess = List.copyOf(byProcess);
  }

  /** {@code [⊥; N]}. */
  public static Votes none(int n) {
    return new Votes(Collections.nCopies(n, NONE));
  }

  /** {@code echos[p] = ⊥}. */
  public boolean lacks(int p) {
    return byProcess.get(p - 1).equals(NONE);
  }

  /** With {@code echos[p] := m}. */
  public Votes with(int p, Value m) {
    List<Value> more = new ArrayList<>(byProcess);
    more.set(p - 1, m);
    return new Votes(more);
  }

  /** An m ≠ ⊥ of which so many processes say that it is enough, or null. */
  public Value valueWith(IntPredicate isEnough) {
    for (Value m : byProcess) {
      if (!m.equals(NONE) && isEnough.test(Collections.frequency(byProcess, m))) {
        return m;
      }
    }
    return null;
  }

  @Override
  public String toString() {
    return byProcess.toString();
  }
}
