package org.deltabed.protocol.replication.paxos;

import java.util.Objects;
import org.deltabed.protocol.Value;

/** The page's {@code Propose(n, x)}, of one instance; and what an acceptor accepted there. */
public record Proposal(long number, long position, Value value) implements Value {
  public Proposal {
    Objects.requireNonNull(value);
  }

  @Override
  public String toString() {
    return "propose(n=" + number + ", i=" + position + ", x=" + value + ")";
  }
}
