package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.replication.paxos.MultiPaxos;

/** Proposes every value under its number in the same instance, as the exercise's figure does. */
public final class ProposesTwoValues extends MultiPaxos {
  public ProposesTwoValues(Context context) {
    super(context);
  }

  @Override
  protected long nextInstance() {
    return Math.max(1, super.nextInstance() - 1);
  }
}
