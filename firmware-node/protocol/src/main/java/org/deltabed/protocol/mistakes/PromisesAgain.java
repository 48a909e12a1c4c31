package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.replication.paxos.MultiPaxos;
import org.deltabed.protocol.replication.paxos.Numbers;

/**
 * Promises with ≥ instead of &gt;, so that of two numbers of one round the lower one may come last.
 */
public final class PromisesAgain extends MultiPaxos {
  public PromisesAgain(Context context) {
    super(context);
  }

  @Override
  protected boolean mayPromise(long number) {
    return acceptor.promised() == Numbers.NONE
        || numbers().round(number) >= numbers().round(acceptor.promised());
  }
}
