package org.deltabed.protocol.byzantine;

import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.Authenticated;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.link.AuthenticatedLinks;

/**
 * {@link Behaviour#REPLAY}: sends each message a second time under the same number, and passes on
 * to the next process what it gets, with the code that was made for itself.
 */
public final class ReplayingLinks extends AuthenticatedLinks {
  public ReplayingLinks(Context context) {
    super(context);
  }

  @Override
  protected void send(int dest, Value m) {
    super.send(dest, m);
    hand(dest, sent.get(dest), m);
  }

  @Override
  protected void accepted(int src, Authenticated message) {
    if (src != self) {
      send(new Addressed(self % n + 1, message));
    }
  }
}
