package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Data;
import org.deltabed.protocol.broadcast.TotalOrderBroadcast;

/** The page, literally: delivers all of a decided set, also what it has delivered before. */
public final class DeliversDecidedSetsWhole extends TotalOrderBroadcast {
  public DeliversDecidedSetsWhole(Context context) {
    super(context);
  }

  @Override
  protected boolean isNew(Data data) {
    return true;
  }
}
