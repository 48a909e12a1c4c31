package org.deltabed.protocol.byzantine;

import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.Authenticated;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.link.AuthenticatedLinks;

/**
 * {@link Behaviour#FORGE}: sends another value with the signatures of the right one, and before it
 * the right one with the code of the other.
 */
public final class ForgingLinks extends AuthenticatedLinks {
  public ForgingLinks(Context context) {
    super(context);
  }

  @Override
  protected void send(int dest, Value m) {
    Value other = Altered.of(m);
    long number = sent.get(dest) + 1;
    Value code = crypto.authenticate(dest, covered(self, dest, number, other));
    send(new Addressed(dest, new Authenticated(number, m, code)));
    super.send(dest, dest == self ? m : other);
  }
}
