package org.deltabed.protocol;

import java.util.Objects;

/** Indication {@code <ReadReturn, v>} of a register. */
public record ReadReturn(Value value) implements Event {
  public ReadReturn {
    Objects.requireNonNull(value);
  }
}
