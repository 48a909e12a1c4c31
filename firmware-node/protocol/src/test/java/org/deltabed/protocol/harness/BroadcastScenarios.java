package org.deltabed.protocol.harness;

import java.util.List;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.harness.Schedule.Death;

/** Transcripts of broadcasts. */
final class BroadcastScenarios {
  private BroadcastScenarios() {}

  static List<Scenario> all() {
    Death reachesP2 = new Death(1, 0, ProcessSet.of(2));
    Death reachesP3 = new Death(1, 0, ProcessSet.of(3));
    return List.of(
        scenario("B1-crash-in-mid-broadcast", "B1", 4, reachesP3),
        scenario("B2-no-crash", "B2", 4),
        scenario("B2-crash-in-mid-broadcast", "B2", 7, reachesP3),
        scenario("B3-crash-in-mid-broadcast", "B3", 6, reachesP3),
        scenario("B4-no-crash", "B4", 6),
        scenario("B4-crash-in-mid-broadcast", "B4", 9, reachesP3),
        scenario("B5-crash-in-mid-broadcast", "B5", 9, reachesP3),
        inTurn("B6-no-crash", "B6", 9),
        inTurn("B7-past-overtakes-a-relay", "B7", 9, reachesP2),
        inTurn("B8-past-is-collected", "B8", 9),
        inTurn("B9-waits-for-a-relay", "B9", 9, reachesP2),
        scenario("B10-no-crash", "B10", 6),
        scenario("B10-crash-in-mid-broadcast", "B10", 9, reachesP3),
        scenario("B10-uniform-no-crash", "B10-uniform", 9),
        scenario("B10-uniform-crash-in-mid-broadcast", "B10-uniform", 12, reachesP3));
  }

  private static Scenario scenario(String file, String id, int slots, Death... deaths) {
    return new Scenario(file, Catalogue.find(id), 3, slots, Schedule.of(3, deaths));
  }

  /** Each is asked when its own first slot begins, so that p2 broadcasts after hearing p1. */
  private static Scenario inTurn(String file, String id, int slots, Death... deaths) {
    return new Scenario(
        file, Catalogue.find(id), 3, slots, new Schedule(List.of(deaths), List.of(0, 1, 2)));
  }
}
