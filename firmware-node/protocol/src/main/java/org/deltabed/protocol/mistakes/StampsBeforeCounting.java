package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Num;
import org.deltabed.protocol.time.LamportClock;

/** Stamps a message before its sending is counted: the rules of the page in another order. */
public final class StampsBeforeCounting extends LamportClock {
  public StampsBeforeCounting(Context context) {
    super(context);
  }

  @Override
  protected Num tickToSend() {
    Num ts = new Num(l);
    l = l + 1;
    return ts;
  }
}
