package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.agreement.FloodSet;

/** Decides after round f: f crashes spoil f rounds, and the round after them is missing. */
public final class FloodsOneRoundLess extends FloodSet {
  public FloodsOneRoundLess(Context context) {
    super(context);
  }

  @Override
  protected boolean isLastRound() {
    return round == Math.max(1, f);
  }
}
