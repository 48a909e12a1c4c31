package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.agreement.RotatingLeaderConsensus;

/** Selects the first value of a majority, not the latest that was adopted. */
public final class SelectsAnyAdopted extends RotatingLeaderConsensus {
  public SelectsAnyAdopted(Context context) {
    super(context);
  }

  @Override
  protected boolean isLater(int of) {
    return selected == null;
  }
}
