package org.deltabed.protocol.replication.paxos;

import org.deltabed.protocol.Value;

/**
 * The page's {@code Prepare(n)}, for all instances from {@code from} on: the proposer has learned
 * those before.
 */
public record Prepare(long number, long from) implements Value {
  @Override
  public String toString() {
    return "prepare(n=" + number + ", from " + from + ")";
  }
}
