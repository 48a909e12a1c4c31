package org.deltabed.protocol;

import java.util.Objects;

/**
 * What early-deciding consensus says in a round: its estimate, and whether it will decide that at
 * the round's end.
 */
public record Estimate(Value value, boolean early) implements Value {
  public Estimate {
    Objects.requireNonNull(value);
  }

  @Override
  public String toString() {
    return early ? value + "!" : value.toString();
  }
}
