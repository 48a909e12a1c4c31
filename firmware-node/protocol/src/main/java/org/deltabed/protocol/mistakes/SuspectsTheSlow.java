package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.detector.CommitFailureDetector;

/** Does not wait for the last of those that are alive. */
public final class SuspectsTheSlow extends CommitFailureDetector {
  public SuspectsTheSlow(Context context) {
    super(context);
  }

  @Override
  protected boolean isOneMissing() {
    return !alive.isEmpty();
  }
}
