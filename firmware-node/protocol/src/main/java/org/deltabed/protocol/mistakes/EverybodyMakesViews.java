package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.replication.backup.ViewService;

/** Every process makes views, as its own detector tells it, under numbers of its own counting. */
public final class EverybodyMakesViews extends ViewService {
  public EverybodyMakesViews(Context context) {
    super(context);
  }

  @Override
  protected boolean isViewServer() {
    return true;
  }
}
