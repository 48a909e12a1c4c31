package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.broadcast.ByzantineReliableBroadcast;

/** Is not ready because others are: without the step from f + 1 to 2f + 1. */
public final class NeverAmplifies extends ByzantineReliableBroadcast {
  public NeverAmplifies(Context context) {
    super(context);
  }

  @Override
  protected boolean isOneCorrect(int processes) {
    return false;
  }
}
