package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Value;
import org.deltabed.protocol.broadcast.TotalOrderBroadcast;

/** Drops what an instance of consensus decides before its turn. */
public final class DropsEarlyDecisions extends TotalOrderBroadcast {
  public DropsEarlyDecisions(Context context) {
    super(context);
  }

  @Override
  protected void decide(int instance, Value decided) {
    if (instance == sn) {
      super.decide(instance, decided);
    }
  }
}
