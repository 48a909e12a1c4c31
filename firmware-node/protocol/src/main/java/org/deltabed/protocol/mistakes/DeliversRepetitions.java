package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.link.PerfectLinks;

/** Delivers whatever the stubborn links deliver. */
public final class DeliversRepetitions extends PerfectLinks {
  public DeliversRepetitions(Context context) {
    super(context);
  }

  @Override
  protected void sp2pDeliver(int src, long number, Value m) {
    trigger(new Deliver(src, m));
  }
}
