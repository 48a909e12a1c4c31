package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.agreement.NonBlockingAtomicCommit;

/** Proposes the product of the votes that came, also if somebody crashed and its vote did not. */
public final class IgnoresMissingVotes extends NonBlockingAtomicCommit {
  public IgnoresMissingVotes(Context context) {
    super(context);
  }

  @Override
  protected boolean isSomebodyMissing() {
    return false;
  }
}
