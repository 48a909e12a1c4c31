package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Value;
import org.deltabed.protocol.replication.ReplicatedStateMachine;

/** Applies its own commands at once, and those of others in the order in which they come. */
public final class AppliesAtOnce extends ReplicatedStateMachine {
  public AppliesAtOnce(Context context) {
    super(context);
  }

  @Override
  protected void execute(Value command) {
    super.execute(command);
    super.apply(self, command);
  }

  @Override
  protected void apply(int p, Value command) {
    if (p != self) {
      super.apply(p, command);
    }
  }
}
