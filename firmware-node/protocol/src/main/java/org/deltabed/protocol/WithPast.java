package org.deltabed.protocol;

import java.util.List;
import java.util.Objects;

/**
 * The page's {@code [Data, past_m, m]}: a message with all that its sender had broadcast or
 * delivered before, each with its source, in that order.
 */
public record WithPast(List<Value> past, Value message) implements Value {
  public WithPast {
    past = List.copyOf(past);
    Objects.requireNonNull(message);
  }

  @Override
  public String toString() {
    return "[past " + past + " " + message + "]";
  }
}
