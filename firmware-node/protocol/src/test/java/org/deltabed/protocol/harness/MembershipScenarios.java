package org.deltabed.protocol.harness;

import java.util.List;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.harness.Schedule.Death;

/** Transcripts of group membership, view synchrony and replication. */
final class MembershipScenarios {
  private MembershipScenarios() {}

  static List<Scenario> all() {
    Protocol g1 = Catalogue.find("G1");
    Protocol g3 = Catalogue.find("G3");
    Schedule inOrder = Schedule.of(2);
    Schedule messageReachesOne = Schedule.of(3, new Death(3, 2, ProcessSet.of(2)));
    return List.of(
        new Scenario("G1-one-crash", g1, 3, 9, Schedule.of(3, new Death(2, 0, ProcessSet.EMPTY))),
        new Scenario(
            "G1-some-detect-a-cycle-later",
            g1,
            3,
            12,
            Schedule.of(3, new Death(3, 2, ProcessSet.of(1)), new Death(2, 3, ProcessSet.EMPTY))),
        new Scenario(
            "G2-message-of-a-crashed-reaches-one", Catalogue.find("G2"), 3, 15, messageReachesOne),
        new Scenario("G3-no-crash", g3, 3, 3, Schedule.of(3)),
        new Scenario("G3-message-of-a-crashed-reaches-one", g3, 3, 12, messageReachesOne),
        new Scenario(
            "G3-broadcast-while-blocked",
            g3,
            2,
            8,
            new Schedule(List.of(new Death(2, 1, ProcessSet.EMPTY)), List.of(2, 0))),
        new Scenario(
            "X10-breaks-same-deliveries",
            Catalogue.variant("X10").protocol(),
            3,
            27,
            messageReachesOne),
        new Scenario("S1-no-crash", Catalogue.find("S1"), Setup.ranks(2, 1).each(2), 8, inOrder));
  }
}
