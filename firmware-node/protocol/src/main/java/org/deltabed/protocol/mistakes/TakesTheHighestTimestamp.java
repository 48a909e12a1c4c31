package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.memory.FromOneWriter;

/** 5.6's words: the writer uses the highest timestamp that it reads. */
public final class TakesTheHighestTimestamp extends FromOneWriter {
  public TakesTheHighestTimestamp(Context context) {
    super(context);
  }

  @Override
  protected long next(long highest) {
    return Math.max(1, highest);
  }
}
