package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.detector.EventualLeaderElection;

/** Does not go back to a leader that it suspected wrongly, and others may have never left. */
public final class StaysWithTheNextLeader extends EventualLeaderElection {
  public StaysWithTheNextLeader(Context context) {
    super(context);
  }

  @Override
  protected void restore(int p) {}
}
