package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Numbered;
import org.deltabed.protocol.broadcast.FifoBroadcast;

/** Looks only at the message that has just come, not at those that wait. */
public final class LooksOnceAtWhatComes extends FifoBroadcast {
  public LooksOnceAtWhatComes(Context context) {
    super(context);
  }

  @Override
  protected void rbDeliver(int s, Numbered message) {
    super.rbDeliver(s, message);
    super.guards();
  }

  @Override
  protected boolean guards() {
    return false;
  }
}
