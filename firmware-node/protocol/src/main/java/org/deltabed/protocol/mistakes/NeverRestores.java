package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.detector.EventuallyPerfectFailureDetector;

/** Suspects for good, as P does, which does not err. */
public final class NeverRestores extends EventuallyPerfectFailureDetector {
  public NeverRestores(Context context) {
    super(context);
  }

  @Override
  protected void restore(int p) {}
}
