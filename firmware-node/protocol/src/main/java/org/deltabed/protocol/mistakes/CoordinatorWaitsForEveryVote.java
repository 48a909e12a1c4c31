package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.agreement.TwoPhaseCommit;

/** The coordinator waits for the votes of all, also of those that crashed. */
public final class CoordinatorWaitsForEveryVote extends TwoPhaseCommit {
  public CoordinatorWaitsForEveryVote(Context context) {
    super(context);
  }

  @Override
  protected boolean votesAreIn() {
    return delivered.equals(ProcessSet.all(n));
  }
}
