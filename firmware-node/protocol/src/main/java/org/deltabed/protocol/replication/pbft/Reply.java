package org.deltabed.protocol.replication.pbft;

import java.util.Objects;
import org.deltabed.protocol.Value;

/** {@code REPLY}: a replica's response to the client's request of that number. */
public record Reply(long number, Value response) implements Value {
  public Reply {
    Objects.requireNonNull(response);
  }

  @Override
  public String toString() {
    return "reply(#" + number + ", " + response + ")";
  }
}
