package org.deltabed.protocol.harness;

import java.util.List;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.harness.Schedule.Death;

/** Transcripts of Multi-Paxos and PBFT. */
final class ReplicatedLogScenarios {
  private ReplicatedLogScenarios() {}

  static List<Scenario> all() {
    Protocol s4 = Catalogue.find("S4");
    Protocol s5 = Catalogue.find("S5");
    return List.of(
        new Scenario("S4-no-crash", s4, Setup.ranks(3, 1).each(2), 12, Schedule.of(3)),
        new Scenario(
            "S4-leader-learns-and-crashes",
            s4,
            Setup.ranks(3, 1),
            18,
            Schedule.of(3, new Death(2, 7, ProcessSet.EMPTY))),
        new Scenario(
            "S4-ignores-accepted",
            Catalogue.variant("S4-ignores-accepted").protocol(),
            Setup.ranks(3, 1),
            18,
            Schedule.of(3, new Death(2, 7, ProcessSet.EMPTY))),
        new Scenario("S5-no-crash", s5, Setup.ranks(4, 1), 16, Schedule.of(4)));
  }
}
