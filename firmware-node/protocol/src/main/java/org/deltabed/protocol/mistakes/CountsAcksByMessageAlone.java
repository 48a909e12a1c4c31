package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.broadcast.AllAckUniformBroadcast;

/**
 * The page's {@code ack[m]}, literally: a copy of one process's m acknowledges that of another too.
 */
public final class CountsAcksByMessageAlone extends AllAckUniformBroadcast {
  public CountsAcksByMessageAlone(Context context) {
    super(context);
  }

  @Override
  protected boolean canDeliver(int source, Value m) {
    ProcessSet acknowledged = ProcessSet.EMPTY;
    for (int s = 1; s <= n; s++) {
      acknowledged = acknowledged.union(ack.of(s, m));
    }
    return correct.isSubsetOf(acknowledged);
  }
}
