package org.deltabed.protocol.byzantine;

import org.deltabed.protocol.Value;
import org.deltabed.protocol.link.AuthenticatedLinks;

/** {@link Behaviour#DOUBLE_VOTE}. */
public final class DoublingLinks extends AuthenticatedLinks {
  public DoublingLinks(Context context) {
    super(context);
  }

  @Override
  protected void send(int dest, Value m) {
    super.send(dest, m);
    super.send(dest, m);
  }
}
