package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.detector.EventuallyPerfectFailureDetector;

/** Takes the heartbeat of one process for those of all: nobody is dead while anybody lives. */
public final class TakesAnyHeartbeatForAll extends EventuallyPerfectFailureDetector {
  public TakesAnyHeartbeatForAll(Context context) {
    super(context);
  }

  @Override
  protected void heartbeat(int p) {
    ProcessSet.all(n).without(self).forEach(super::heartbeat);
  }
}
