package org.deltabed.protocol.mistakes;

import java.util.List;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.replication.pbft.Replica;

/** Leaves a view without telling what was prepared in it. */
public final class TellsNothingPrepared extends Replica {
  public TellsNothingPrepared(Context context) {
    super(context);
  }

  @Override
  protected List<Value> whatWasPrepared() {
    return List.of();
  }
}
