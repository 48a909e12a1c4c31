package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Value;
import org.deltabed.protocol.replication.backup.PutHashServer;
import org.deltabed.protocol.replication.backup.Result;
import org.deltabed.protocol.replication.backup.ServerState;

/**
 * X06: the primary takes over the backup's values without its duplicate table, and enters the one
 * result that it asked for.
 */
public final class TakesValuesOnly extends PutHashServer {
  public TakesValuesOnly(Context context) {
    super(context);
  }

  @Override
  protected void takeOver(Result result, Value taken) {
    state = new ServerState(((ServerState) taken).db(), state.with(result).dups());
  }
}
