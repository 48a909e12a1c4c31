package org.deltabed.protocol.harness;

import java.util.List;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.harness.Schedule.Death;

/** Transcripts of what is made for Byzantine processes. */
final class ByzantineScenarios {
  private static final int N = 4;
  private static final int F = 1;

  private ByzantineScenarios() {}

  static List<Scenario> all() {
    return List.of(
        scenario("L4-no-crash", "L4", 8, Schedule.of(N)),
        scenario("M3-sender-reaches-one", "M3", 12, Schedule.of(N, reaching(1, 3))),
        scenario("Y1-no-crash", "Y1", 8, Schedule.of(N)),
        scenario("Y1-sender-reaches-one", "Y1", 8, Schedule.of(N, reaching(1, 3))),
        scenario("Y2-no-crash", "Y2", 12, Schedule.of(N)),
        scenario("Y3-no-crash", "Y3", 12, Schedule.of(N)),
        scenario("Y3-sender-reaches-two", "Y3", 12, Schedule.of(N, reaching(1, 2, 3))),
        scenario("R8-no-crash", "R8", 12, Schedule.of(N)),
        scenario("R8-silent-process", "R8", 12, Schedule.of(N, new Death(3, 0, ProcessSet.EMPTY))));
  }

  private static Death reaching(int process, int... reached) {
    return new Death(process, process - 1, ProcessSet.of(reached));
  }

  private static Scenario scenario(String file, String id, int slots, Schedule schedule) {
    return new Scenario(file, Catalogue.find(id), Setup.ranks(N, F), slots, schedule);
  }
}
