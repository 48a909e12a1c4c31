package org.deltabed.protocol;

import java.util.Objects;

/** A message of a sender's number to one receiver, with the code that the two share a key for. */
public record Authenticated(long number, Value message, Value code) implements Value {
  public Authenticated {
    Objects.requireNonNull(message);
    Objects.requireNonNull(code);
  }

  @Override
  public String toString() {
    return "[#" + number + " " + message + " µ]";
  }
}
