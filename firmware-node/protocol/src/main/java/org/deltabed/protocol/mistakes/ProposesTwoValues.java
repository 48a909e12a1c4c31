package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.replication.paxos.MultiPaxos;

/**
 * Proposes under its number in one instance whatever it has, as the exercise's figure does, until
 * something is chosen there.
 */
public final class ProposesTwoValues extends MultiPaxos {
  public ProposesTwoValues(Context context) {
    super(context);
  }

  @Override
  protected long nextInstance() {
    return proposer.tallies().isEmpty() ? super.nextInstance() : proposer.lastInstance();
  }
}
