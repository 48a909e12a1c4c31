package org.deltabed.protocol;

import java.util.Objects;

/** Indication {@code <Decide, v>} of consensus and its like. */
public record Decide(Value value) implements Event {
  public Decide {
    Objects.requireNonNull(value);
  }
}
