package org.deltabed.protocol;

import java.util.Objects;

/**
 * Indication {@code <Deliver, p, m>} of every broadcast abstraction: {@code sender} broadcast the
 * message.
 */
public record Deliver(int sender, Value message) implements Event {
  public Deliver {
    Objects.requireNonNull(message);
  }
}
