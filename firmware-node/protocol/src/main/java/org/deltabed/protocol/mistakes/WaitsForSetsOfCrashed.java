package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.membership.TerminatingViewSynchrony;

/** Has no upon for {@code f}, as the page, and waits for the sets of those that crashed. */
public final class WaitsForSetsOfCrashed extends TerminatingViewSynchrony {
  public WaitsForSetsOfCrashed(Context context) {
    super(context);
  }

  @Override
  protected void trbDeliverFailed(int p, int viewId) {}
}
