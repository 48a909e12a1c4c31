package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.replication.pbft.Replica;

/**
 * Asks for a quorum besides the primary, as the exercise's rule for n = kf + 1 says to the letter.
 */
public final class DoesNotCountThePrimary extends Replica {
  public DoesNotCountThePrimary(Context context) {
    super(context);
  }

  @Override
  protected int quorum() {
    return super.quorum() + 1;
  }
}
