package org.deltabed.protocol.replication.backup;

import java.util.Objects;
import org.deltabed.protocol.Value;

/** {@code db[key] = value}. */
public record Pair(Value key, Value value) implements Value {
  public Pair {
    Objects.requireNonNull(key);
    Objects.requireNonNull(value);
  }

  @Override
  public String toString() {
    return key + "=" + value;
  }
}
