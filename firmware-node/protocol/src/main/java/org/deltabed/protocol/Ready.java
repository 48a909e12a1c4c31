package org.deltabed.protocol;

import java.util.Objects;

/** The page's {@code [READY, m]}: no other message can be delivered. */
public record Ready(Value message) implements Value {
  public Ready {
    Objects.requireNonNull(message);
  }

  @Override
  public String toString() {
    return "[READY " + message + "]";
  }
}
