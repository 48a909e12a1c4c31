package org.deltabed.protocol;

import java.util.Objects;

/** The page's {@code [ECHO, m]}: whoever says it has the message from the sender itself. */
public record Echo(Value message) implements Value {
  public Echo {
    Objects.requireNonNull(message);
  }

  @Override
  public String toString() {
    return "[ECHO " + message + "]";
  }
}
