package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.replication.paxos.MultiPaxos;

/** Waits for all acceptors, and not for a majority of them. */
public final class WaitsForEveryAcceptor extends MultiPaxos {
  public WaitsForEveryAcceptor(Context context) {
    super(context);
  }

  @Override
  protected int majority() {
    return n;
  }
}
