package org.deltabed.protocol.replication.paxos;

import java.util.Objects;
import org.deltabed.protocol.Value;

/** A majority has accepted that value in that instance: learners may take it. */
public record Chosen(long position, Value value) implements Value {
  public Chosen {
    Objects.requireNonNull(value);
  }

  @Override
  public String toString() {
    return "chosen(i=" + position + ", x=" + value + ")";
  }
}
