package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.basic.AsynchronousJobHandler;

/** Off by one: works only while two jobs wait. */
public final class LeavesTheLastJob extends AsynchronousJobHandler {
  public LeavesTheLastJob(Context context) {
    super(context);
  }

  @Override
  protected boolean isToProcess() {
    return buf.size() > 1;
  }
}
