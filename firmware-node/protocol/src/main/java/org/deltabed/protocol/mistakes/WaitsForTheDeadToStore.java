package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.memory.ReadOneWriteAll;

/** A write waits for everybody, also for those that are detected. */
public final class WaitsForTheDeadToStore extends ReadOneWriteAll {
  public WaitsForTheDeadToStore(Context context) {
    super(context);
  }

  @Override
  protected void crash(int p) {}
}
