package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Data;
import org.deltabed.protocol.membership.ConsensusViewSynchrony;

/** Delivers what is in the set of p as broadcast by p. */
public final class CreditsWhoPassedItOn extends ConsensusViewSynchrony {
  public CreditsWhoPassedItOn(Context context) {
    super(context);
  }

  @Override
  protected void flushed(int p, Data message) {
    super.flushed(p, new Data(p, message.message()));
  }
}
