package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Nil;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.replication.paxos.MultiPaxos;
import org.deltabed.protocol.replication.paxos.Proposal;

/** Takes for a gap what the promises tell of: nobody has said that it is chosen. */
public final class IgnoresWhatWasAccepted extends MultiPaxos {
  public IgnoresWhatWasAccepted(Context context) {
    super(context);
  }

  @Override
  protected Value valueOf(Proposal reported) {
    return new Nil();
  }
}
