package org.deltabed.protocol;

import java.util.Objects;

/**
 * The pages' {@code [WRITE, r, ts, v]}: take over the version, unless you have a newer one.
 *
 * @param op which operation of the sender asks for it; 0 where its answer does not say
 */
public record Store(long op, long ts, int rank, Value value) implements Value {
  public Store {
    Objects.requireNonNull(value);
  }

  public Store(long op, Version version) {
    this(op, version.ts(), version.rank(), version.value());
  }

  public Version version() {
    return new Version(ts, rank, value);
  }

  @Override
  public String toString() {
    return "[WRITE " + (op == 0 ? "" : "#" + op + " ") + version() + "]";
  }
}
