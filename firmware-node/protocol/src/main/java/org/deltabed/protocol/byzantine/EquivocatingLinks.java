package org.deltabed.protocol.byzantine;

import org.deltabed.protocol.Value;
import org.deltabed.protocol.link.AuthenticatedLinks;

/** {@link Behaviour#EQUIVOCATE}: those of even rank get another value. */
public final class EquivocatingLinks extends AuthenticatedLinks {
  public EquivocatingLinks(Context context) {
    super(context);
  }

  @Override
  protected void send(int dest, Value m) {
    super.send(dest, dest != self && dest % 2 == 0 ? Altered.of(m) : m);
  }
}
