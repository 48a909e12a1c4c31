package org.deltabed.protocol.harness;

import java.util.List;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.harness.Schedule.Death;

/** Transcripts of registers. */
final class RegisterScenarios {
  private RegisterScenarios() {}

  static List<Scenario> all() {
    Death reachesP2 = new Death(1, 0, ProcessSet.of(2));
    Death reachesP3 = new Death(1, 0, ProcessSet.of(3));
    return List.of(
        scenario("R1-no-crash", "R1", 60),
        scenario("R2-no-crash", "R2", 12),
        scenario("R2-writer-reaches-only-the-last", "R2", 12, reachesP3),
        scenario("R3-writer-reaches-only-the-last", "R3", 12, reachesP3),
        scenario("R4-no-crash", "R4", 9),
        scenario("R4-writer-reaches-only-the-second", "R4", 12, reachesP2),
        scenario("R5-no-crash", "R5", 12),
        scenario("R5-writer-reaches-only-the-last", "R5", 12, reachesP3),
        scenario(
            "R6-writer-reaches-only-the-second", "R6", 24, new Death(1, 3, reachesP2.reached())),
        scenario("R7-no-crash", "R7", 15),
        scenario("R7-from-one-no-crash", "R7-from-one", 45),
        scenario(
            "R9-writer-crashes-in-its-second-round",
            "R9",
            18,
            new Death(1, 3, reachesP3.reached())),
        scenario("R9-weak-no-crash", "R9-weak", 12));
  }

  private static Scenario scenario(String file, String id, int slots, Death... deaths) {
    return new Scenario(file, Catalogue.find(id), 3, slots, Schedule.of(3, deaths));
  }
}
