package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.replication.pbft.Replica;

/** Takes one process less for a quorum: two of them may have only a faulty process in common. */
public final class OneLessThanAQuorum extends Replica {
  public OneLessThanAQuorum(Context context) {
    super(context);
  }

  @Override
  protected int quorum() {
    return super.quorum() - 1;
  }
}
