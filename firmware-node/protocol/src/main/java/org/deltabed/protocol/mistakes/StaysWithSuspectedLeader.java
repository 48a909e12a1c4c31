package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Event;
import org.deltabed.protocol.Suspect;
import org.deltabed.protocol.agreement.RotatingLeaderConsensus;

/** Does not listen to the detector: who waits for a leader that has crashed waits for ever. */
public final class StaysWithSuspectedLeader extends RotatingLeaderConsensus {
  public StaysWithSuspectedLeader(Context context) {
    super(context);
  }

  @Override
  protected void upon(Event event) {
    if (!(event instanceof Suspect)) {
      super.upon(event);
    }
  }
}
