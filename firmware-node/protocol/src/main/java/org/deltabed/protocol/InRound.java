package org.deltabed.protocol;

import java.util.Objects;

/** A message of a round-based algorithm: it counts in that round and in no other. */
public record InRound(int round, Value message) implements Value {
  public InRound {
    Objects.requireNonNull(message);
  }

  @Override
  public String toString() {
    return "[" + round + " " + message + "]";
  }
}
