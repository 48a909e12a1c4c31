package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Value;
import org.deltabed.protocol.Version;
import org.deltabed.protocol.memory.ManyWriters;

/** Two writers with the same timestamp are not told apart. */
public final class ForgetsItsRank extends ManyWriters {
  public ForgetsItsRank(Context context) {
    super(context);
  }

  @Override
  protected Version next(Value v) {
    return new Version(held.ts() + 1, 0, v);
  }
}
