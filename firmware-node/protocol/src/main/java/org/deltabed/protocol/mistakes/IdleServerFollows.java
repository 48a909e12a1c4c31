package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.replication.backup.Servers;
import org.deltabed.protocol.replication.backup.ViewService;

/** Where the backup cannot follow the primary, a server does that has nothing. */
public final class IdleServerFollows extends ViewService {
  public IdleServerFollows(Context context) {
    super(context);
  }

  @Override
  protected Servers withNobodyToFollow() {
    int idle = idle(view.primary(), view.backup());
    return idle == 0 ? view : new Servers(view.number() + 1, idle, 0);
  }
}
