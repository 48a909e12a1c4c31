package org.deltabed.protocol;

import java.util.Objects;

/** The leader of a round asks everybody to adopt a value in it. */
public record Impose(int round, Value value) implements Value {
  public Impose {
    Objects.requireNonNull(value);
  }

  @Override
  public String toString() {
    return "[" + round + " impose " + value + "]";
  }
}
