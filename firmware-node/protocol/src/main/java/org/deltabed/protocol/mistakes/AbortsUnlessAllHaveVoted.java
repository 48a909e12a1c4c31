package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.agreement.NonBlockingAtomicCommit;

/** Waits for its own vote only, and takes those that are still on the way for missing. */
public final class AbortsUnlessAllHaveVoted extends NonBlockingAtomicCommit {
  public AbortsUnlessAllHaveVoted(Context context) {
    super(context);
  }

  @Override
  protected boolean votesAreIn() {
    return delivered.contains(self);
  }

  @Override
  protected boolean isSomebodyMissing() {
    return !delivered.equals(ProcessSet.all(n));
  }
}
