package org.deltabed.protocol;

import java.util.Objects;

/**
 * Request {@code <Send, dest, m>} of every link abstraction. The indication is {@link Deliver},
 * whose sender is the page's src.
 */
public record Send(int to, Value message) implements Event {
  public Send {
    Objects.requireNonNull(message);
  }
}
