package org.deltabed.protocol.byzantine;

import org.deltabed.protocol.Value;
import org.deltabed.protocol.link.AuthenticatedLinks;

/** {@link Behaviour#WRONG_VALUE}. */
public final class WrongValueLinks extends AuthenticatedLinks {
  public WrongValueLinks(Context context) {
    super(context);
  }

  @Override
  protected void send(int dest, Value m) {
    super.send(dest, dest == self ? m : Altered.of(m));
  }
}
