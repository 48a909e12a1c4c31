package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.link.FairLossLinks;

/** Drops what comes from itself, as if it were the line's echo of its own frame. */
public final class StripsItsEcho extends FairLossLinks {
  public StripsItsEcho(Context context) {
    super(context);
  }

  @Override
  protected void arrive(int src, Addressed message) {
    if (src != self) {
      super.arrive(src, message);
    }
  }
}
