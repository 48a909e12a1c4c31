package org.deltabed.protocol.harness;

import java.util.List;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.harness.Schedule.Death;

/** Transcripts of basics, links and detectors. */
final class BasicScenarios {
  private BasicScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario(
            "D2-two-crashes",
            Catalogue.find("D2"),
            3,
            6,
            Schedule.of(3, new Death(2, 0, ProcessSet.EMPTY), new Death(3, 2, ProcessSet.EMPTY))));
  }
}
