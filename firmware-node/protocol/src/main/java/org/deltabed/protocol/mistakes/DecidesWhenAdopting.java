package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Decide;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.agreement.HierarchicalConsensus;

/** Decides what it adopts, and once more when it leads. */
public final class DecidesWhenAdopting extends HierarchicalConsensus {
  public DecidesWhenAdopting(Context context) {
    super(context);
  }

  @Override
  protected void bebDeliver(int p, Value value) {
    if (p == round && p != self) {
      trigger(new Decide(value));
    }
    super.bebDeliver(p, value);
  }
}
