package org.deltabed.protocol;

import java.util.Objects;

/** The pages' {@code [VALUE, r, ts, v]}: the answer to {@link Query}. */
public record Held(long op, Version version) implements Value {
  public Held {
    Objects.requireNonNull(version);
  }

  @Override
  public String toString() {
    return "[VALUE #" + op + " " + version + "]";
  }
}
