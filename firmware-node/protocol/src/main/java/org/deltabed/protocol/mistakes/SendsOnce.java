package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.link.StubbornLinks;

/** Sends once, over links that may lose it. */
public final class SendsOnce extends StubbornLinks {
  public SendsOnce(Context context) {
    super(context);
  }

  @Override
  protected void sendAgain() {}
}
