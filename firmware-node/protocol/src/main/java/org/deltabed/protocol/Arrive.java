package org.deltabed.protocol;

import java.util.Objects;

/**
 * A message of the same instance at {@code sender} came over the bus. It enters a tower from below
 * ({@link Stack#deliver}) and is no part of any abstraction's interface.
 */
public record Arrive(int sender, Value message) implements Event {
  public Arrive {
    Objects.requireNonNull(message);
  }
}
