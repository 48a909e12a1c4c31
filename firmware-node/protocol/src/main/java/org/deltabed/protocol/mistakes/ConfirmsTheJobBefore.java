package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Value;
import org.deltabed.protocol.basic.AsynchronousJobHandler;

/** Confirms a job only when another waits behind it. */
public final class ConfirmsTheJobBefore extends AsynchronousJobHandler {
  public ConfirmsTheJobBefore(Context context) {
    super(context);
  }

  @Override
  protected void confirm(Value job) {
    if (buf.size() > 1) {
      super.confirm(buf.getFirst());
    }
  }
}
