package org.deltabed.protocol.harness;

import java.util.List;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.harness.Schedule.Death;

/** Transcripts of broadcasts. */
final class BroadcastScenarios {
  private BroadcastScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario(
            "B1-crash-in-mid-broadcast",
            Catalogue.find("B1"),
            3,
            4,
            Schedule.of(3, new Death(1, 0, ProcessSet.of(3)))));
  }
}
