package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Confirm;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.basic.JobHandler;

/** Confirms a job twice, in case the first confirmation is lost. */
public final class ConfirmsTwice extends JobHandler {
  public ConfirmsTwice(Context context) {
    super(context);
  }

  @Override
  protected void handle(Value job) {
    super.handle(job);
    trigger(new Confirm(job));
  }
}
