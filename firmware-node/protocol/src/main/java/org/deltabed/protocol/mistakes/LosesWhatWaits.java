package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Value;
import org.deltabed.protocol.membership.BlockingApplication;

/** Drops what it is to broadcast while it is blocked. */
public final class LosesWhatWaits extends BlockingApplication {
  public LosesWhatWaits(Context context) {
    super(context);
  }

  @Override
  protected void broadcast(Value m) {
    if (!blocked) {
      super.broadcast(m);
    }
  }
}
