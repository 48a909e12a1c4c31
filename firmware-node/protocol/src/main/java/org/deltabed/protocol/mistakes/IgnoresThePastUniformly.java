package org.deltabed.protocol.mistakes;

import java.util.List;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.broadcast.UniformNoWaitingCausalBroadcast;

/** As {@link IgnoresThePast}, over uniform broadcast. */
public final class IgnoresThePastUniformly extends UniformNoWaitingCausalBroadcast {
  public IgnoresThePastUniformly(Context context) {
    super(context);
  }

  @Override
  protected List<Value> missed(List<Value> pastOfM) {
    return List.of();
  }
}
