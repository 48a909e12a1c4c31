package org.deltabed.protocol.replication.paxos;

import java.util.Objects;
import org.deltabed.protocol.Value;

/** A value for whoever leads. */
public record Forward(Value value) implements Value {
  public Forward {
    Objects.requireNonNull(value);
  }

  @Override
  public String toString() {
    return "forward(x=" + value + ")";
  }
}
