package org.deltabed.protocol.replication.pbft;

import java.util.Objects;
import org.deltabed.protocol.Value;

/** The last request of a client that was executed, by its number, and the response. */
public record Answer(int client, long number, Value response) implements Value {
  public Answer {
    Objects.requireNonNull(response);
  }

  @Override
  public String toString() {
    return "[p" + client + " #" + number + " " + response + "]";
  }
}
