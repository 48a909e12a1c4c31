package org.deltabed.protocol.replication.paxos;

import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Value;

/** What was proposed in an instance under the number in use, and who has accepted it. */
public record Tally(long position, Value value, ProcessSet acceptors) {
  Tally with(int acceptor) {
    return new Tally(position, value, acceptors.with(acceptor));
  }
}
