package org.deltabed.protocol.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Composition;
import org.deltabed.protocol.Composition.Part;
import org.deltabed.protocol.history.Property;
import org.deltabed.protocol.properties.PutHashProperties;
import org.deltabed.protocol.properties.ViewServiceProperties;
import org.deltabed.protocol.replication.backup.PrimaryBackupPutHash;
import org.deltabed.protocol.replication.backup.PutHashServer;
import org.deltabed.protocol.replication.backup.ViewService;

/** Replication with clients of its own. */
final class Replications {
  /** Two operations of two clients each, one after the other, a crash and two views. */
  private static final int PUT_HASH_CYCLES = 16;

  static final List<Protocol> ALL =
      List.of(
          new Protocol(
              "S2",
              "primary-backup-put-hash",
              "PutHash with a primary, a backup and a view server",
              Model.EVENTUALLY_PERFECT,
              "primary-backup-puthash",
              Composition.of(
                  Part.of("ph", PrimaryBackupPutHash::new)
                      .uses(Part.of("srv", PutHashServer::new).usesShared("VS", "EP"))
                      .usesShared("VS", "EP"),
                  Part.of("VS", ViewService::new).usesShared("EP"),
                  Parts.EP),
              "ph",
              Workload.PUT_HASH,
              PUT_HASH_CYCLES,
              putHash()));

  private Replications() {}

  private static List<Property> putHash() {
    List<Property> all = new ArrayList<>(PutHashProperties.of("ph", PUT_HASH_CYCLES));
    all.addAll(ViewServiceProperties.of("VS"));
    all.add(PutHashProperties.livenessDespiteCrashes("ph", "VS", PUT_HASH_CYCLES));
    return all;
  }
}
