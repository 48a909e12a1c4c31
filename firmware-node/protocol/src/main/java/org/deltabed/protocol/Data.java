package org.deltabed.protocol;

import java.util.Objects;

/**
 * The page's {@code [Data, pj, m]}, and {@code (sm, m)} where messages are kept with who broadcast
 * them.
 */
public record Data(int source, Value message) implements Value {
  public Data {
    Objects.requireNonNull(message);
  }

  @Override
  public String toString() {
    return "[p" + source + " " + message + "]";
  }
}
