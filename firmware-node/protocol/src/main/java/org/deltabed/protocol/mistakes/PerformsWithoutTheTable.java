package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.replication.backup.ClientCall;
import org.deltabed.protocol.replication.backup.PutHashServer;
import org.deltabed.protocol.replication.backup.Result;

/** Nobody looks into the duplicate table: every call that comes is performed. */
public final class PerformsWithoutTheTable extends PutHashServer {
  public PerformsWithoutTheTable(Context context) {
    super(context);
  }

  @Override
  protected Result known(ClientCall operation) {
    return null;
  }
}
