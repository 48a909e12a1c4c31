package org.deltabed.protocol.replication.paxos;

import org.deltabed.protocol.Value;

/**
 * What was asked is not above that number, which an acceptor has promised: the page's n_max.
 *
 * @param next the first instance that its learner has not learned
 */
public record Rejected(long number, long next) implements Value {
  @Override
  public String toString() {
    return "rejected(n_max=" + number + ", next " + next + ")";
  }
}
