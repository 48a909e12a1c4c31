package org.deltabed.protocol.harness;

import java.util.List;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.harness.Schedule.Death;

/** Transcripts of broadcasts. */
final class BroadcastScenarios {
  private BroadcastScenarios() {}

  static List<Scenario> all() {
    Death reachesP3 = new Death(1, 0, ProcessSet.of(3));
    return List.of(
        scenario("B1-crash-in-mid-broadcast", "B1", 4, reachesP3),
        scenario("B2-no-crash", "B2", 4),
        scenario("B2-crash-in-mid-broadcast", "B2", 7, reachesP3),
        scenario("B3-crash-in-mid-broadcast", "B3", 6, reachesP3),
        scenario("B4-no-crash", "B4", 6),
        scenario("B4-crash-in-mid-broadcast", "B4", 9, reachesP3),
        scenario("B5-crash-in-mid-broadcast", "B5", 9, reachesP3));
  }

  private static Scenario scenario(String file, String id, int slots, Death... deaths) {
    return new Scenario(file, Catalogue.find(id), 3, slots, Schedule.of(3, deaths));
  }
}
