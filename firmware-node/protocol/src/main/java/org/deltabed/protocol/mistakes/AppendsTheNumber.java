package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Num;
import org.deltabed.protocol.replication.backup.ClientCall;
import org.deltabed.protocol.replication.backup.PutHashServer;
import org.deltabed.protocol.replication.backup.ServerState;

/** Appends the number of the call in place of its value. */
public final class AppendsTheNumber extends PutHashServer {
  public AppendsTheNumber(Context context) {
    super(context);
  }

  @Override
  protected ServerState performing(ClientCall call) {
    Num number = new Num(call.seq());
    return state.perform(new ClientCall(call.client(), call.seq(), call.key(), number));
  }
}
