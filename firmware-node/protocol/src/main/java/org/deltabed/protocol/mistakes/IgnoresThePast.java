package org.deltabed.protocol.mistakes;

import java.util.List;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.broadcast.NoWaitingCausalBroadcast;

/** Delivers the message and nothing of its past. */
public final class IgnoresThePast extends NoWaitingCausalBroadcast {
  public IgnoresThePast(Context context) {
    super(context);
  }

  @Override
  protected List<Value> missed(List<Value> pastOfM) {
    return List.of();
  }
}
