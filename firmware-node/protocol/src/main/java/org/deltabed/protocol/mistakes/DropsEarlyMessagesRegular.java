package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Value;
import org.deltabed.protocol.agreement.HierarchicalConsensus;

/** As {@link DropsEarlyMessages}, in regular consensus. */
public final class DropsEarlyMessagesRegular extends HierarchicalConsensus {
  public DropsEarlyMessagesRegular(Context context) {
    super(context);
  }

  @Override
  protected void bebDeliver(int p, Value value) {
    if (p == round) {
      super.bebDeliver(p, value);
    }
  }
}
