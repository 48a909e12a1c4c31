package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.replication.pbft.Replica;
import org.deltabed.protocol.replication.pbft.Statement;

/** Executes a request under every number that a primary gives it. */
public final class ExecutesAgain extends Replica {
  public ExecutesAgain(Context context) {
    super(context);
  }

  @Override
  protected boolean isNew(Statement request) {
    return true;
  }
}
