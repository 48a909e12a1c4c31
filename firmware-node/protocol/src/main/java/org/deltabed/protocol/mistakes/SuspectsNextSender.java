package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.detector.BroadcastFailureDetector;

/**
 * Suspects the process after the one whose broadcast failed: instances counted from 0 and ranks
 * from 1.
 */
public final class SuspectsNextSender extends BroadcastFailureDetector {
  public SuspectsNextSender(Context context) {
    super(context);
  }

  @Override
  protected void suspect(int p) {
    super.suspect(p % n + 1);
  }
}
