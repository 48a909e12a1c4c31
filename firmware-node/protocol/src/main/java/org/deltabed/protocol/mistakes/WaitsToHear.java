package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.detector.BroadcastFailureDetector;

/** Takes part in an instance of broadcast only when it hears of it, as the page seems to. */
public final class WaitsToHear extends BroadcastFailureDetector {
  public WaitsToHear(Context context) {
    super(context);
  }

  @Override
  protected ProcessSet awaited() {
    return ProcessSet.EMPTY;
  }
}
