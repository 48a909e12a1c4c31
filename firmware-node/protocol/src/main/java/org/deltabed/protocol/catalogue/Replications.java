package org.deltabed.protocol.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Composition;
import org.deltabed.protocol.Composition.Part;
import org.deltabed.protocol.detector.SilenceFailureDetector;
import org.deltabed.protocol.history.Property;
import org.deltabed.protocol.link.AuthenticatedLinks;
import org.deltabed.protocol.properties.ActiveReplicationProperties;
import org.deltabed.protocol.properties.PutHashProperties;
import org.deltabed.protocol.properties.ViewServiceProperties;
import org.deltabed.protocol.replication.active.ActiveReplication;
import org.deltabed.protocol.replication.active.InteractiveConsistency;
import org.deltabed.protocol.replication.backup.PrimaryBackupPutHash;
import org.deltabed.protocol.replication.backup.PutHashServer;
import org.deltabed.protocol.replication.backup.ViewService;

/** Replication with clients of its own. */
final class Replications {
  /** Two operations of two clients each, one after the other, a crash and two views. */
  private static final int PUT_HASH_CYCLES = 16;

  /** Two decisions, with a server for which every round is waited. */
  private static final int ACTIVE_CYCLES = 50;

  private static final Part AL = Part.of("al", AuthenticatedLinks::new);

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
              putHash()),
          new Protocol(
              "S3",
              "active-replication",
              "active replication with Byzantine servers",
              Model.BYZANTINE,
              "active-replication-exercise",
              Composition.of(
                  Part.of("ar", ActiveReplication::new)
                      .uses(
                          AL,
                          Part.of("ic", InteractiveConsistency::new)
                              .uses(AL)
                              .usesShared("mute")
                              .asFamily()),
                  Part.of("mute", SilenceFailureDetector::new)),
              "ar",
              Workload.EXECUTE_BY_CLIENTS,
              ACTIVE_CYCLES,
              ActiveReplicationProperties.of("ar", ACTIVE_CYCLES),
              ReplicationLies::servers));

  private Replications() {}

  private static List<Property> putHash() {
    List<Property> all = new ArrayList<>(PutHashProperties.of("ph", PUT_HASH_CYCLES));
    all.addAll(ViewServiceProperties.of("VS"));
    all.add(PutHashProperties.livenessDespiteCrashes("ph", "VS", PUT_HASH_CYCLES));
    return all;
  }
}
