package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Event;
import org.deltabed.protocol.detector.SilenceFailureDetector;

/** Detects the first crash and no other. */
public final class DetectsOneCrash extends SilenceFailureDetector {
  public DetectsOneCrash(Context context) {
    super(context);
  }

  @Override
  protected void upon(Event event) {
    if (detected.isEmpty()) {
      super.upon(event);
    }
  }
}
