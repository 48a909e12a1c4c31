package org.deltabed.protocol;

import java.util.Objects;

/** Request {@code <Write, v>} of a register. */
public record Write(Value value) implements Event {
  public Write {
    Objects.requireNonNull(value);
  }
}
