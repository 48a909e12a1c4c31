package org.deltabed.protocol;

import java.util.List;
import java.util.Objects;

/**
 * The page's {@code [FINAL, m, Σ]}.
 *
 * @param signatures by rank-1, {@link Nil} where there is none
 */
public record Final(Value message, List<Value> signatures) implements Value {
  public Final {
    Objects.requireNonNull(message);
    signatures = List.copyOf(signatures);
  }

  @Override
  public String toString() {
    return "[FINAL " + message + " Σ]";
  }
}
