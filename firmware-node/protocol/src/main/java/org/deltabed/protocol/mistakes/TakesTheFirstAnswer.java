package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Value;
import org.deltabed.protocol.replication.active.ActiveReplication;

/** Takes the first answer that comes for the response, whoever gave it. */
public final class TakesTheFirstAnswer extends ActiveReplication {
  public TakesTheFirstAnswer(Context context) {
    super(context);
  }

  @Override
  protected boolean isEnough(Value response) {
    return true;
  }
}
