package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Value;
import org.deltabed.protocol.link.AuthenticatedLinks;

/** Sends again, to be on the safe side, under a number of its own. */
public final class NumbersRepetitionsAnew extends AuthenticatedLinks {
  public NumbersRepetitionsAnew(Context context) {
    super(context);
  }

  @Override
  protected void send(int dest, Value m) {
    super.send(dest, m);
    super.send(dest, m);
  }
}
