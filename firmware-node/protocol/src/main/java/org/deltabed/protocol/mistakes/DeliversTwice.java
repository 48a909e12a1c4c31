package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.link.FairLossLinks;

/** Delivers twice what comes once. */
public final class DeliversTwice extends FairLossLinks {
  public DeliversTwice(Context context) {
    super(context);
  }

  @Override
  protected void arrive(int src, Addressed message) {
    super.arrive(src, message);
    super.arrive(src, message);
  }
}
