package org.deltabed.protocol.replication.paxos;

import java.util.Objects;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Value;

/** Indication {@code <Learn, i, x>} of Multi-Paxos: x is the value of instance i, from 1. */
public record Learn(long instance, Value value) implements Event {
  public Learn {
    Objects.requireNonNull(value);
  }
}
