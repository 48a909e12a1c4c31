package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.detector.LeaderElection;

/** Elects the process after the last that has crashed, whether those before it live or not. */
public final class ElectsAfterLastCrashed extends LeaderElection {
  public ElectsAfterLastCrashed(Context context) {
    super(context);
  }

  @Override
  protected int candidate() {
    int last = 0;
    for (int p = suspected.first(); p != 0; p = suspected.next(p)) {
      last = p;
    }
    int next = ProcessSet.all(n).next(last);
    return next == 0 ? super.candidate() : next;
  }
}
