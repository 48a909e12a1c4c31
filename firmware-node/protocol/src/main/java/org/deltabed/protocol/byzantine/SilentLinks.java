package org.deltabed.protocol.byzantine;

import org.deltabed.protocol.Value;
import org.deltabed.protocol.link.AuthenticatedLinks;

/** {@link Behaviour#SILENCE}. */
public final class SilentLinks extends AuthenticatedLinks {
  public SilentLinks(Context context) {
    super(context);
  }

  @Override
  protected void send(int dest, Value m) {}
}
