package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Confirm;
import org.deltabed.protocol.CycleEnd;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Nil;
import org.deltabed.protocol.basic.AsynchronousJobHandler;

/** Confirms at the end of every cycle, also of one with nothing to do. */
public final class ConfirmsWhenIdle extends AsynchronousJobHandler {
  public ConfirmsWhenIdle(Context context) {
    super(context);
  }

  @Override
  protected void upon(Event event) {
    if (event instanceof CycleEnd && buf.isEmpty()) {
      trigger(new Confirm(new Nil()));
    }
    super.upon(event);
  }
}
