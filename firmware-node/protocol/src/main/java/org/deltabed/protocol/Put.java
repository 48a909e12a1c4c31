package org.deltabed.protocol;

import java.util.Objects;

/** Request {@code <put, k, v>} of a key-value store; a {@link WriteReturn} answers it. */
public record Put(Value key, Value value) implements Event {
  public Put {
    Objects.requireNonNull(key);
    Objects.requireNonNull(value);
  }
}
