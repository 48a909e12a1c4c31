package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Sequence;
import org.deltabed.protocol.replication.active.InteractiveConsistency;

/** Takes part in all rounds, and believes what each server said in the first. */
public final class AgreesInOneRound extends InteractiveConsistency {
  public AgreesInOneRound(Context context) {
    super(context);
  }

  @Override
  protected Sequence vector() {
    return heard.firstRound();
  }
}
