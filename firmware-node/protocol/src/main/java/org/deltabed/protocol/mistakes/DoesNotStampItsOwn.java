package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Value;
import org.deltabed.protocol.time.LamportClock;

/** Does not count the delivery of its own messages: they are not news. */
public final class DoesNotStampItsOwn extends LamportClock {
  public DoesNotStampItsOwn(Context context) {
    super(context);
  }

  @Override
  protected void bebDeliver(int p, long ts, Value m) {
    if (p != self) {
      super.bebDeliver(p, ts, m);
    }
  }
}
