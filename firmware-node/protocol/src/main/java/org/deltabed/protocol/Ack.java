package org.deltabed.protocol;

import java.util.Objects;

/** The page's {@code [ACK, m]}: the sender has delivered the message of that source. */
public record Ack(int source, Value message) implements Value {
  public Ack {
    Objects.requireNonNull(message);
  }

  @Override
  public String toString() {
    return "[ACK p" + source + " " + message + "]";
  }
}
