package org.deltabed.protocol;

import java.util.Objects;

/** The pages' {@code [VALUE, r, ts, v]}: the answer to {@link Query}. */
public record Held(long op, long ts, int rank, Value value) implements Value {
  public Held {
    Objects.requireNonNull(value);
  }

  public Held(long op, Version version) {
    this(op, version.ts(), version.rank(), version.value());
  }

  public Version version() {
    return new Version(ts, rank, value);
  }

  @Override
  public String toString() {
    return "[VALUE #" + op + " " + version() + "]";
  }
}
