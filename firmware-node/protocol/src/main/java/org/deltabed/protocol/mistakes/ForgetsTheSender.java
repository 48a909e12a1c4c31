package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.link.PerfectLinks;

/** The page's {@code m ∉ delivered}: remembers what was delivered, but not of whom. */
public final class ForgetsTheSender extends PerfectLinks {
  public ForgetsTheSender(Context context) {
    super(context);
  }

  @Override
  protected int keyOf(int src) {
    return 1;
  }
}
