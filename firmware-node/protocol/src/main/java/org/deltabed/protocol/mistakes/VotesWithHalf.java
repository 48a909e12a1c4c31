package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.memory.MajorityVoting;

/** {@code >= N/2} in whole numbers: of three, one is enough. */
public final class VotesWithHalf extends MajorityVoting {
  public VotesWithHalf(Context context) {
    super(context);
  }

  @Override
  protected boolean isMajority(int processes) {
    return processes >= Math.max(1, n / 2);
  }
}
