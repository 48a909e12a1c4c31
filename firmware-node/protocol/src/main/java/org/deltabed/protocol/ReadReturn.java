package org.deltabed.protocol;

import java.util.Objects;

/**
 * Indication {@code <ReadReturn, v>} of every register and store: a read is over. The value is
 * {@link Nil} where nothing was written.
 */
public record ReadReturn(Value value) implements Event {
  public ReadReturn {
    Objects.requireNonNull(value);
  }
}
