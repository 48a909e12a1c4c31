package org.deltabed.protocol.replication.paxos;

import java.util.Objects;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Value;

/**
 * Indication {@code <Learn, i, x>} of Multi-Paxos: x is the value of instance i, from 1, its
 * position in the sequence.
 */
public record Learn(long position, Value value) implements Event {
  public Learn {
    Objects.requireNonNull(value);
  }
}
