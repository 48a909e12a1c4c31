package org.deltabed.protocol.replication.backup;

import java.util.Objects;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Value;

/** Indication {@code PutHash} returns: the key's value before it; nil if there was none. */
public record PutHashReturn(Value previous) implements Event {
  public PutHashReturn {
    Objects.requireNonNull(previous);
  }
}
