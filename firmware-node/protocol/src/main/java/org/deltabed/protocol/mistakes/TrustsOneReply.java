package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.replication.pbft.Pbft;

/** Takes the first reply, whoever gave it. */
public final class TrustsOneReply extends Pbft {
  public TrustsOneReply(Context context) {
    super(context);
  }

  @Override
  protected int repliesNeeded() {
    return 1;
  }
}
