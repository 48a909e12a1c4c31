package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.detector.CommitFailureDetector;

/** One transaction, and no more. */
public final class CommitsOnce extends CommitFailureDetector {
  public CommitsOnce(Context context) {
    super(context);
  }

  @Override
  protected boolean keepsOn() {
    return false;
  }
}
