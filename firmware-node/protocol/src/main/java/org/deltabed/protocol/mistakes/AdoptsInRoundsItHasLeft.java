package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Value;
import org.deltabed.protocol.agreement.RotatingLeaderConsensus;

/**
 * Adopts what a leader imposes, also in a round that it has left: it has told a later leader that
 * it had not, and that one may have imposed another value since.
 */
public final class AdoptsInRoundsItHasLeft extends RotatingLeaderConsensus {
  public AdoptsInRoundsItHasLeft(Context context) {
    super(context);
  }

  @Override
  protected void impose(int k, Value v) {
    if (isOfThisRound(k) || !decided) {
      adopt(k, v);
    }
  }
}
