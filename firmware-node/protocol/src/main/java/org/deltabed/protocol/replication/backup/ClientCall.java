package org.deltabed.protocol.replication.backup;

import java.util.Objects;
import org.deltabed.protocol.Value;

/** The page's {@code (puthash, client_id, seq, k, v)}. */
public record ClientCall(int client, long seq, Value key, Value value) implements Value {
  public ClientCall {
    Objects.requireNonNull(key);
    Objects.requireNonNull(value);
  }

  @Override
  public String toString() {
    return "[puthash p" + client + " #" + seq + " " + key + " " + value + "]";
  }
}
