package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Value;
import org.deltabed.protocol.replication.pbft.Entry;
import org.deltabed.protocol.replication.pbft.Replica;
import org.deltabed.protocol.replication.pbft.Statement;

/** Counts every vote, also a second one of the same process. */
public final class CountsRepetitions extends Replica {
  public CountsRepetitions(Context context) {
    super(context);
  }

  @Override
  protected Entry withPrepare(Entry entry, Statement vote) {
    return entry.counting(vote);
  }

  @Override
  protected Entry withCommit(Entry entry, int q, Value digest) {
    return entry.counting(q, digest);
  }
}
