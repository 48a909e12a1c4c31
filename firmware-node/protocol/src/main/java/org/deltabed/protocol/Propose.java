package org.deltabed.protocol;

import java.util.Objects;

/** Request {@code <Propose, v>} of consensus and its like. */
public record Propose(Value value) implements Event {
  public Propose {
    Objects.requireNonNull(value);
  }
}
