package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.detector.LeaderElection;

/** Elects itself as soon as anybody has crashed. */
public final class ElectsItself extends LeaderElection {
  public ElectsItself(Context context) {
    super(context);
  }

  @Override
  protected int candidate() {
    return suspected.isEmpty() ? super.candidate() : self;
  }
}
