package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Flush;
import org.deltabed.protocol.membership.TerminatingViewSynchrony;

/** Does not look at the view of a set, as the page. */
public final class TakesSetsAsOfThisView extends TerminatingViewSynchrony {
  public TakesSetsAsOfThisView(Context context) {
    super(context);
  }

  @Override
  protected void trbDeliver(int p, Flush flush) {
    super.trbDeliver(p, new Flush(view.id(), flush.delivered()));
  }
}
