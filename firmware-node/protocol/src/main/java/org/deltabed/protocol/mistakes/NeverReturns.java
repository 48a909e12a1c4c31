package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.CycleEnd;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.link.StubbornLinks;

/**
 * The page to the letter: {@code while (true)} in the handler of a send. From the first message on
 * the process does nothing but send it; no other event happens.
 */
public final class NeverReturns extends StubbornLinks {
  public NeverReturns(Context context) {
    super(context);
  }

  @Override
  protected void upon(Event event) {
    if (sent.isEmpty() || event instanceof CycleEnd) {
      super.upon(event);
    }
  }
}
