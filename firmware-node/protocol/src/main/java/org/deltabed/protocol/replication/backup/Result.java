package org.deltabed.protocol.replication.backup;

import java.util.Objects;
import org.deltabed.protocol.Value;

/** The result of that operation of a client: an entry of the page's {@code dups}, and its reply. */
public record Result(int client, long seq, Value result) implements Value {
  public Result {
    Objects.requireNonNull(result);
  }

  @Override
  public String toString() {
    return "[result p" + client + " #" + seq + " " + result + "]";
  }
}
