package org.deltabed.protocol;

import java.util.Objects;

/** Indication {@code <rsm-Output, response>} of a replicated state machine. */
public record Output(Value response) implements Event {
  public Output {
    Objects.requireNonNull(response);
  }
}
