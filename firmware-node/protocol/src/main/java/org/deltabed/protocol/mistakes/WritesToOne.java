package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.memory.ReadOneWriteAll;

/** A write returns with the first acknowledgement. */
public final class WritesToOne extends ReadOneWriteAll {
  public WritesToOne(Context context) {
    super(context);
  }

  @Override
  protected boolean allHaveIt() {
    return !writeset.isEmpty();
  }
}
