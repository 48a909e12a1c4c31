package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Nil;
import org.deltabed.protocol.agreement.TerminatingReliableBroadcast;

/** Proposes nil where the page has f, a value of its own that every user tells from a message. */
public final class DeliversNilForF extends TerminatingReliableBroadcast {
  public DeliversNilForF(Context context) {
    super(context);
  }

  @Override
  protected void crash() {
    prop = new Nil();
  }
}
