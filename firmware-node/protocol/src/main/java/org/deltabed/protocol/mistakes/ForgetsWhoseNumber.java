package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.link.AuthenticatedLinks;

/** Knows a number that came from one process for old when it comes from another. */
public final class ForgetsWhoseNumber extends AuthenticatedLinks {
  public ForgetsWhoseNumber(Context context) {
    super(context);
  }

  @Override
  protected boolean isNew(int src, long number) {
    for (int p = 1; p <= n; p++) {
      if (delivered.contains(p, number)) {
        return false;
      }
    }
    return true;
  }
}
