package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Send;
import org.deltabed.protocol.link.StubbornLinks;

/** Sends again to the process after the receiver: ranks counted from 0 and from 1. */
public final class SendsAgainToNext extends StubbornLinks {
  public SendsAgainToNext(Context context) {
    super(context);
  }

  @Override
  protected void sendAgain() {
    sent.forEach(send -> trigger("fll", new Send(send.to() % n + 1, send.message())));
  }
}
