package org.deltabed.protocol;

import java.util.Objects;

/**
 * The pages' {@code [WRITE, r, ts, v]}: take over the version, unless you have a newer one.
 *
 * @param op which operation of the sender asks for it; 0 where its answer does not say
 */
public record Store(long op, Version version) implements Value {
  public Store {
    Objects.requireNonNull(version);
  }

  @Override
  public String toString() {
    return "[WRITE " + (op == 0 ? "" : "#" + op + " ") + version + "]";
  }
}
