package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.agreement.EarlyDecidingConsensus;

/** Never learns that its estimate is final: right, and late. */
public final class NeverEarly extends EarlyDecidingConsensus {
  public NeverEarly(Context context) {
    super(context);
  }

  @Override
  protected void becomeEarly() {}
}
