package org.deltabed.protocol.replication.paxos;

import org.deltabed.protocol.Value;

/** What was asked is below that number, which an acceptor has promised: the page's n_max. */
public record Rejected(long number) implements Value {
  @Override
  public String toString() {
    return "rejected(n_max=" + number + ")";
  }
}
