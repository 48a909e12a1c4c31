package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.detector.PingPongFailureDetector;

/** Who was alive once stays so: forgets {@code alive ← ∅}. */
public final class NeverEmptiesAlive extends PingPongFailureDetector {
  public NeverEmptiesAlive(Context context) {
    super(context);
  }

  @Override
  protected ProcessSet stillAlive() {
    return alive == null ? ProcessSet.EMPTY : alive;
  }
}
