package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Value;
import org.deltabed.protocol.agreement.UniformHierarchicalConsensus;

/** Drops what comes before its round: the {@code if i == round} that the page muses about. */
public final class DropsEarlyMessages extends UniformHierarchicalConsensus {
  public DropsEarlyMessages(Context context) {
    super(context);
  }

  @Override
  protected void bebDeliver(int p, Value value) {
    if (p == round) {
      super.bebDeliver(p, value);
    }
  }
}
