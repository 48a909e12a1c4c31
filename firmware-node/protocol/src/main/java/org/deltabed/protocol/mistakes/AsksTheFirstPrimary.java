package org.deltabed.protocol.mistakes;

import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.replication.backup.ClientCall;
import org.deltabed.protocol.replication.backup.PrimaryBackupPutHash;
import org.deltabed.protocol.replication.backup.Roles;

/** The client asks the first primary for ever, whatever it is told of views. */
public final class AsksTheFirstPrimary extends PrimaryBackupPutHash {
  public AsksTheFirstPrimary(Context context) {
    super(context);
  }

  @Override
  protected void callPrimary() {
    if (pending instanceof ClientCall operation) {
      send(new Addressed(Roles.firstView(n).primary(), operation));
    }
  }
}
