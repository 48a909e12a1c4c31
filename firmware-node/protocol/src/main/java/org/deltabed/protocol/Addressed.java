package org.deltabed.protocol;

import java.util.Objects;

/** A message for one process on a bus that brings it to all. */
public record Addressed(int to, Value message) implements Value {
  public Addressed {
    Objects.requireNonNull(message);
  }

  @Override
  public String toString() {
    return "[to p" + to + " " + message + "]";
  }
}
