package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Numbered;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.replication.ReplicatedStateMachine;

/** Does not number its commands, as the page: the second of two equal ones is dropped. */
public final class ForgetsItsNumber extends ReplicatedStateMachine {
  public ForgetsItsNumber(Context context) {
    super(context);
  }

  @Override
  protected void execute(Value command) {
    trigger(TOB, new Broadcast(new Numbered(1, command)));
  }
}
