package org.deltabed.protocol;

import java.util.Objects;

/** The page's {@code [SEND, m]}: the sender's own message of a Byzantine broadcast. */
public record Initial(Value message) implements Value {
  public Initial {
    Objects.requireNonNull(message);
  }

  @Override
  public String toString() {
    return "[SEND " + message + "]";
  }
}
