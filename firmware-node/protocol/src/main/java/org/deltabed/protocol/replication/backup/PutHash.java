package org.deltabed.protocol.replication.backup;

import java.util.Objects;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Value;

/**
 * Request {@code PutHash(key, value)}: the key's value becomes the hash of what it was and of that
 * value.
 */
public record PutHash(Value key, Value value) implements Event {
  public PutHash {
    Objects.requireNonNull(key);
    Objects.requireNonNull(value);
  }
}
