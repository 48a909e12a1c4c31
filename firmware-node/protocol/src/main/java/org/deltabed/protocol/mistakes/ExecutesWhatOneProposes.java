package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.replication.active.ActiveReplication;

/** Executes what a single server has proposed, which no client need have asked for. */
public final class ExecutesWhatOneProposes extends ActiveReplication {
  public ExecutesWhatOneProposes(Context context) {
    super(context);
  }

  @Override
  protected int needed() {
    return 1;
  }
}
