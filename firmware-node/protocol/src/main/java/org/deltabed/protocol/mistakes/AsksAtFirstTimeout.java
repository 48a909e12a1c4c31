package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.detector.PingPongFailureDetector;

/** Begins with nobody alive, and first asks when the first period ends. */
public final class AsksAtFirstTimeout extends PingPongFailureDetector {
  public AsksAtFirstTimeout(Context context) {
    super(context);
  }

  @Override
  protected void beginFirstPeriod() {
    alive = ProcessSet.EMPTY;
    timer = delta();
  }
}
