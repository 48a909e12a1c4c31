package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Numbered;
import org.deltabed.protocol.broadcast.FifoBroadcast;

/** Delivers what comes, whatever its number. */
public final class NumbersButDoesNotWait extends FifoBroadcast {
  public NumbersButDoesNotWait(Context context) {
    super(context);
  }

  @Override
  protected boolean isNext(int s, Numbered message) {
    return true;
  }
}
