package org.deltabed.protocol.replication.paxos;

import java.util.List;
import org.deltabed.protocol.Value;

/**
 * An acceptor's promise to take nothing below that number.
 *
 * @param next the first instance that its learner has not learned
 * @param accepted the {@link Proposal} that it accepted last in each instance that was asked for:
 *     the page's x_last and n_last
 */
public record Promise(long number, long next, List<Value> accepted) implements Value {
  public Promise {
    accepted = List.copyOf(accepted);
  }

  @Override
  public String toString() {
    return "promise(n=" + number + ", next " + next + ", " + accepted + ")";
  }
}
