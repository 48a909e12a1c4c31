package org.deltabed.protocol;

import java.util.Objects;

/** Request {@code <Write, v>} of every register abstraction. */
public record Write(Value value) implements Event {
  public Write {
    Objects.requireNonNull(value);
  }
}
