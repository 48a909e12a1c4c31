package org.deltabed.protocol;

import java.util.Objects;

/** Request {@code <jh, handle | job>}. */
public record Handle(Value job) implements Event {
  public Handle {
    Objects.requireNonNull(job);
  }
}
