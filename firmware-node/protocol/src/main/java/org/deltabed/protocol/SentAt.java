package org.deltabed.protocol;

import java.util.Objects;

/** Indication of a logical clock: the broadcast of the message is an event of that time. */
public record SentAt(Value message, Value time) implements Event {
  public SentAt {
    Objects.requireNonNull(message);
    Objects.requireNonNull(time);
  }
}
