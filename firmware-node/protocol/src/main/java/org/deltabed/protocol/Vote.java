package org.deltabed.protocol;

import java.util.Objects;

/**
 * A vote in one of the two steps of a round: in the first for an estimate, in the second for what a
 * majority had voted for, or {@link Nil} where they had not voted for the same.
 */
public record Vote(int round, boolean second, Value value) implements Value {
  public Vote {
    Objects.requireNonNull(value);
  }

  @Override
  public String toString() {
    return "[" + round + (second ? "b " : "a ") + value + "]";
  }
}
