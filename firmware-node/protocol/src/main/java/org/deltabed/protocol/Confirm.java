package org.deltabed.protocol;

import java.util.Objects;

/** Indication {@code <jh, confirm | job>}. */
public record Confirm(Value job) implements Event {
  public Confirm {
    Objects.requireNonNull(job);
  }
}
