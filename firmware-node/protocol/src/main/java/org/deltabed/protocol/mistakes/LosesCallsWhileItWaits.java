package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Nil;
import org.deltabed.protocol.replication.backup.ClientCall;
import org.deltabed.protocol.replication.backup.PutHashServer;

/** A call that comes while the primary waits for its backup is lost, and no client is told. */
public final class LosesCallsWhileItWaits extends PutHashServer {
  public LosesCallsWhileItWaits(Context context) {
    super(context);
  }

  @Override
  protected void wait(ClientCall operation) {
    if (pending.equals(new Nil())) {
      super.wait(operation);
    }
  }
}
