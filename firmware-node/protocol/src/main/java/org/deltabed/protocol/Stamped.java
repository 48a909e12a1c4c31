package org.deltabed.protocol;

import java.util.Objects;

/** A message with the logical time of its sending, the page's ts(m). */
public record Stamped(Value time, Value message) implements Value {
  public Stamped {
    Objects.requireNonNull(time);
    Objects.requireNonNull(message);
  }

  @Override
  public String toString() {
    return "[at " + time + " " + message + "]";
  }
}
