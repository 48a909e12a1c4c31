package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.agreement.UniformConsensusInSlots;

/** Decides after f leaders, all of which may crash. */
public final class DecidesSlotEarly extends UniformConsensusInSlots {
  public DecidesSlotEarly(Context context) {
    super(context);
  }

  @Override
  protected boolean isLastRound() {
    return round >= f && currentProposal != null;
  }
}
