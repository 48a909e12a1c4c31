package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Data;
import org.deltabed.protocol.membership.TerminatingViewSynchrony;

/**
 * Delivers what is in the set of p from p, the only process that the page's {@code trbDeliver}
 * knows of.
 */
public final class DeliversFromWhoPassedItOn extends TerminatingViewSynchrony {
  public DeliversFromWhoPassedItOn(Context context) {
    super(context);
  }

  @Override
  protected void flushed(int p, Data message) {
    super.flushed(p, new Data(p, message.message()));
  }
}
