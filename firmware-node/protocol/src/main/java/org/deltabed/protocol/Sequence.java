package org.deltabed.protocol;

import java.util.List;

/** Several values in order. */
public record Sequence(List<Value> values) implements Value {
  public Sequence {
    values = List.copyOf(values);
  }

  public static Sequence of(Value... values) {
    return new Sequence(List.of(values));
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
