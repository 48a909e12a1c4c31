package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.replication.paxos.Chosen;
import org.deltabed.protocol.replication.paxos.MultiPaxos;

/** Learns what it hears to be chosen, whether it knows what came before or not. */
public final class LearnsAcrossGaps extends MultiPaxos {
  public LearnsAcrossGaps(Context context) {
    super(context);
  }

  @Override
  protected Chosen ready() {
    return learner.waiting().isEmpty() ? null : learner.waiting().getFirst();
  }
}
