package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Crash;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Silence;
import org.deltabed.protocol.detector.SilenceFailureDetector;

/**
 * Takes slot numbers, which count from 0, for ranks, the wrong way round: suspects the owner of the
 * next slot.
 */
public final class SuspectsNextOwner extends SilenceFailureDetector {
  public SuspectsNextOwner(Context context) {
    super(context);
  }

  @Override
  protected void upon(Event event) {
    if (event instanceof Silence(int p)) {
      detected = detected.with(p);
      trigger(new Crash(p % n + 1));
    }
  }
}
