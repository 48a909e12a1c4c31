package org.deltabed.protocol.replication.paxos;

import org.deltabed.protocol.Value;

/**
 * An acceptor has accepted the proposal of that number in that instance. There is one value that it
 * can be.
 */
public record Accepted(long number, long position) implements Value {
  @Override
  public String toString() {
    return "accepted(n=" + number + ", i=" + position + ")";
  }
}
