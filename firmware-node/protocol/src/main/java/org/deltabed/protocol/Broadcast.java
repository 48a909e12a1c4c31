package org.deltabed.protocol;

import java.util.Objects;

/** Request {@code <Broadcast, m>} of every broadcast abstraction. */
public record Broadcast(Value message) implements Event {
  public Broadcast {
    Objects.requireNonNull(message);
  }
}
