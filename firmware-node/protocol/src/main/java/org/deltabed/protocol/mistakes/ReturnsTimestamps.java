package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Num;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.Version;
import org.deltabed.protocol.memory.WeakQuorumStore;

/** A get returns the timestamp in place of the value. */
public final class ReturnsTimestamps extends WeakQuorumStore {
  public ReturnsTimestamps(Context context) {
    super(context);
  }

  @Override
  protected Value result(Version version) {
    return new Num(version.ts());
  }
}
