package org.deltabed.protocol;

import java.util.Objects;

/** Request {@code <rsm-Execute, command>} of a replicated state machine. */
public record Execute(Value command) implements Event {
  public Execute {
    Objects.requireNonNull(command);
  }
}
