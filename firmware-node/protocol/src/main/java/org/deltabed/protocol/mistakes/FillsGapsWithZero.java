package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Num;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.replication.paxos.MultiPaxos;
import org.deltabed.protocol.replication.paxos.Proposal;

/** Proposes 0, which is a value like any other, in an instance of which nobody told anything. */
public final class FillsGapsWithZero extends MultiPaxos {
  public FillsGapsWithZero(Context context) {
    super(context);
  }

  @Override
  protected Value valueOf(Proposal reported) {
    return reported == null ? new Num(0) : reported.value();
  }
}
