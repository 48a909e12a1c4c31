package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.replication.backup.Servers;
import org.deltabed.protocol.replication.backup.ViewService;

/** Takes every view that comes for the next one, its own and those that were overtaken. */
public final class TakesAnyView extends ViewService {
  public TakesAnyView(Context context) {
    super(context);
  }

  @Override
  protected boolean isNews(Servers next) {
    return true;
  }
}
