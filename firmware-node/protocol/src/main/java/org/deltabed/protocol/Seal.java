package org.deltabed.protocol;

import java.util.Objects;

/**
 * An ideal hash, code or signature: it says what it stands for.
 *
 * @param by who made it; 0 for a hash, which anybody can
 * @param to for whom it is a code; 0 for a signature, which everybody can check
 */
public record Seal(int by, int to, Value of) implements Value {
  public Seal {
    Objects.requireNonNull(of);
  }

  @Override
  public String toString() {
    return by == 0 ? "H(" + of + ")" : to == 0 ? "σp" + by : "µp" + by + "p" + to;
  }
}
