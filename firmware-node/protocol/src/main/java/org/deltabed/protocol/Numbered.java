package org.deltabed.protocol;

import java.util.Objects;

/** A message with its sender's number, which tells it from an equal one of the same sender. */
public record Numbered(long number, Value message) implements Value {
  public Numbered {
    Objects.requireNonNull(message);
  }

  @Override
  public String toString() {
    return "[#" + number + " " + message + "]";
  }
}
