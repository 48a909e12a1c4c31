package org.deltabed.protocol;

import java.util.Objects;

/** A message with a signature: the page's {@code [m, σ]}. */
public record Signed(Value message, Value signature) implements Value {
  public Signed {
    Objects.requireNonNull(message);
    Objects.requireNonNull(signature);
  }

  @Override
  public String toString() {
    return "[" + message + " σ]";
  }
}
