package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.View;
import org.deltabed.protocol.membership.GroupMembership;

/** Installs each view when it is decided, as the page has it, whether it is its turn or not. */
public final class InstallsAsDecided extends GroupMembership {
  public InstallsAsDecided(Context context) {
    super(context);
  }

  @Override
  protected void ucDecided(View next) {
    install(next);
  }
}
