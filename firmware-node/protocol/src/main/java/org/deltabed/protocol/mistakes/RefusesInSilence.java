package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Nil;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.replication.ReplicatedStateMachine;

/** Outputs no response for a command that is refused. */
public final class RefusesInSilence extends ReplicatedStateMachine {
  public RefusesInSilence(Context context) {
    super(context);
  }

  @Override
  protected void output(int p, Value command, Value response) {
    if (!response.equals(new Nil())) {
      super.output(p, command, response);
    }
  }
}
