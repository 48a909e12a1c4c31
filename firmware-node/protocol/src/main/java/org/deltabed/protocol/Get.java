package org.deltabed.protocol;

import java.util.Objects;

/** Request {@code <get, k>} of a key-value store; a {@link ReadReturn} answers it. */
public record Get(Value key) implements Event {
  public Get {
    Objects.requireNonNull(key);
  }
}
