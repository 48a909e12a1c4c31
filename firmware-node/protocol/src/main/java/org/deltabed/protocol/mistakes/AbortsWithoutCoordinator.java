package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Num;
import org.deltabed.protocol.agreement.TwoPhaseCommit;

/** Does not block: who detects the crash of the coordinator before it has heard, aborts. */
public final class AbortsWithoutCoordinator extends TwoPhaseCommit {
  public AbortsWithoutCoordinator(Context context) {
    super(context);
  }

  @Override
  protected void crash(int p) {
    super.crash(p);
    if (p == COORDINATOR) {
      decide(new Num(0));
    }
  }
}
