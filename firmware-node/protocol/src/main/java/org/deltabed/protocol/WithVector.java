package org.deltabed.protocol;

import java.util.Objects;

/**
 * The page's {@code [Data, VC_m, m]}: a message with, for each process, how many of its messages
 * come before this one: a {@link Vector}.
 */
public record WithVector(Value vector, Value message) implements Value {
  public WithVector {
    Objects.requireNonNull(vector);
    Objects.requireNonNull(message);
  }

  @Override
  public String toString() {
    return "[after " + vector + " " + message + "]";
  }
}
