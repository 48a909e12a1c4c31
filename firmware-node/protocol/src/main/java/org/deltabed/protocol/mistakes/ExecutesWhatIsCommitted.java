package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Numbered;
import org.deltabed.protocol.replication.pbft.Entry;
import org.deltabed.protocol.replication.pbft.Replica;
import org.deltabed.protocol.replication.pbft.Statement;

/** Executes what is committed, without waiting for the numbers before it. */
public final class ExecutesWhatIsCommitted extends Replica {
  public ExecutesWhatIsCommitted(Context context) {
    super(context);
  }

  @Override
  protected Entry next() {
    for (Entry entry : log.entries()) {
      if (entry.committed()
          && entry.request() instanceof Statement request
          && ((Numbered) request.content()).number() > service.lastOf(request.by())) {
        return entry;
      }
    }
    return super.next();
  }
}
