package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.agreement.NonBlockingAtomicCommit;

/** Waits for the votes of all, also of those that crashed: {@code S ⊆ delivered}. */
public final class WaitsForEveryVote extends NonBlockingAtomicCommit {
  public WaitsForEveryVote(Context context) {
    super(context);
  }

  @Override
  protected boolean votesAreIn() {
    return delivered.equals(ProcessSet.all(n));
  }
}
