package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.WithVector;
import org.deltabed.protocol.broadcast.WaitingCausalBroadcast;

/** Delivers what comes, whatever its vector. */
public final class SendsVectorsButDoesNotWait extends WaitingCausalBroadcast {
  public SendsVectorsButDoesNotWait(Context context) {
    super(context);
  }

  @Override
  protected boolean canDeliver(WithVector message) {
    return true;
  }
}
