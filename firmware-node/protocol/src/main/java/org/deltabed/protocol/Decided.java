package org.deltabed.protocol;

import java.util.Objects;

/** What has been decided, told to others by the one who decided it. */
public record Decided(Value value) implements Value {
  public Decided {
    Objects.requireNonNull(value);
  }

  @Override
  public String toString() {
    return "decided " + value;
  }
}
