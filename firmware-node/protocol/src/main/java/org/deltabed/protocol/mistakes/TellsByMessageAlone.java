package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Value;
import org.deltabed.protocol.broadcast.EagerReliableBroadcast;

/** The page's {@code m ∉ delivered}, literally: of equal messages of two sources one is lost. */
public final class TellsByMessageAlone extends EagerReliableBroadcast {
  public TellsByMessageAlone(Context context) {
    super(context);
  }

  @Override
  protected boolean isNew(int s, Value m) {
    for (int source = 1; source <= n; source++) {
      if (delivered.contains(source, m)) {
        return false;
      }
    }
    return true;
  }
}
