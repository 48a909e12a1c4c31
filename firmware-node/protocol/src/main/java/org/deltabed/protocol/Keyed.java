package org.deltabed.protocol;

import java.util.Objects;

/** A message about one key of a key-value store, or a version with its key. */
public record Keyed(Value key, Value message) implements Value {
  public Keyed {
    Objects.requireNonNull(key);
    Objects.requireNonNull(message);
  }

  @Override
  public String toString() {
    return key + ":" + message;
  }
}
