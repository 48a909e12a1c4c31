package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Confirm;
import org.deltabed.protocol.Processed;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.basic.JobHandler;

/**
 * Confirms a job and then processes it, as the asynchronous handler does, where the synchronous one
 * is promised.
 */
public final class ConfirmsFirst extends JobHandler {
  public ConfirmsFirst(Context context) {
    super(context);
  }

  @Override
  protected void handle(Value job) {
    trigger(new Confirm(job));
    trigger(new Processed(job));
  }
}
