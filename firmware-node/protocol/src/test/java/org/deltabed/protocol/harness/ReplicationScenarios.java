package org.deltabed.protocol.harness;

import java.util.List;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.harness.Schedule.Death;

/** Transcripts of replication with clients of its own. */
final class ReplicationScenarios {
  private ReplicationScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("S2-no-crash", Catalogue.find("S2"), 5, 20, Schedule.of(5)),
        new Scenario(
            "S2-primary-crashes-before-it-answers",
            Catalogue.find("S2"),
            5,
            40,
            Schedule.of(5, new Death(2, 11, ProcessSet.EMPTY))),
        new Scenario(
            "S2-backup-crashes",
            Catalogue.find("S2"),
            5,
            40,
            Schedule.of(5, new Death(3, 7, ProcessSet.EMPTY))),
        new Scenario("S3-no-crash", Catalogue.find("S3"), Setup.ranks(5, 1), 25, Schedule.of(5)),
        new Scenario(
            "S3-a-server-is-silent",
            Catalogue.find("S3"),
            Setup.ranks(5, 1),
            25,
            Schedule.of(5, new Death(1, 5, ProcessSet.EMPTY))));
  }
}
