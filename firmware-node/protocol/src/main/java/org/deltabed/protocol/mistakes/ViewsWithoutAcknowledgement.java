package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.replication.backup.ViewService;

/** Makes a backup primary to which the primary may not have handed on its state. */
public final class ViewsWithoutAcknowledgement extends ViewService {
  public ViewsWithoutAcknowledgement(Context context) {
    super(context);
  }

  @Override
  protected boolean backupMayFollow() {
    return true;
  }
}
