package org.deltabed.protocol;

import java.util.Objects;

/**
 * Indication of a logical clock: the message that {@code sender} broadcast is delivered, which is
 * an event of that time.
 */
public record DeliveredAt(int sender, Value message, Value time) implements Event {
  public DeliveredAt {
    Objects.requireNonNull(message);
    Objects.requireNonNull(time);
  }
}
