package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Value;
import org.deltabed.protocol.replication.ReplicatedStateMachine;

/** Outputs the responses of its own commands only, which is what a client would ask for. */
public final class AnswersOnlyItself extends ReplicatedStateMachine {
  public AnswersOnlyItself(Context context) {
    super(context);
  }

  @Override
  protected void output(int p, Value command, Value response) {
    if (p == self) {
      super.output(p, command, response);
    }
  }
}
