package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.membership.TerminatingViewSynchrony;

/** Forgets, when it is blocked, whose sets it has got by then, as the page has it. */
public final class ForgetsSetsWhenBlocked extends TerminatingViewSynchrony {
  public ForgetsSetsWhenBlocked(Context context) {
    super(context);
  }

  @Override
  protected void vsBlockOk() {
    trbDone = ProcessSet.EMPTY;
    super.vsBlockOk();
  }
}
