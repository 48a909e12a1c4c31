package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.link.FairLossLinks;

/** Does not look at the address: the bus brings everything to everybody. */
public final class DeliversForOthers extends FairLossLinks {
  public DeliversForOthers(Context context) {
    super(context);
  }

  @Override
  protected void arrive(int src, Addressed message) {
    trigger(new Deliver(src, message.message()));
  }
}
