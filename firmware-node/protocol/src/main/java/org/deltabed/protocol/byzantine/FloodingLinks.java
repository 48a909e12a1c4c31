package org.deltabed.protocol.byzantine;

import org.deltabed.protocol.Value;
import org.deltabed.protocol.link.AuthenticatedLinks;

/** {@link Behaviour#FLOOD}: each message comes with three more that nobody is to expect yet. */
public final class FloodingLinks extends AuthenticatedLinks {
  private static final int MORE = 3;

  public FloodingLinks(Context context) {
    super(context);
  }

  @Override
  protected void send(int dest, Value m) {
    super.send(dest, m);
    for (int k = 1; k <= MORE; k++) {
      hand(dest, sent.get(dest) + k * (WINDOW + 1), m);
    }
  }
}
