package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Value;
import org.deltabed.protocol.link.PerfectLinks;

/** Delivers every message as its own. */
public final class AnswersForItself extends PerfectLinks {
  public AnswersForItself(Context context) {
    super(context);
  }

  @Override
  protected void sp2pDeliver(int src, long number, Value m) {
    super.sp2pDeliver(self, number, m);
  }
}
