package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.agreement.EarlyDecidingConsensus;

/** Decides when its estimate is final, and tells nobody. */
public final class DecidesBeforeSayingSo extends EarlyDecidingConsensus {
  public DecidesBeforeSayingSo(Context context) {
    super(context);
  }

  @Override
  protected void becomeEarly() {
    decide();
  }
}
