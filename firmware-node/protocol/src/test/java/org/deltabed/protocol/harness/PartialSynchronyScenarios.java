package org.deltabed.protocol.harness;

import java.util.List;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.harness.Schedule.Death;

/** Transcripts of detectors that may err, of leaders, and of the consensus that stands on them. */
final class PartialSynchronyScenarios {
  private PartialSynchronyScenarios() {}

  static List<Scenario> all() {
    Death inMidBroadcast = new Death(1, 3, ProcessSet.of(2));
    return List.of(
        new Scenario("D3-no-crash", Catalogue.find("D3"), 2, 4, Schedule.of(2)),
        new Scenario(
            "D3-crash-after-a-heartbeat",
            Catalogue.find("D3"),
            3,
            9,
            Schedule.of(3, new Death(2, 2, ProcessSet.EMPTY))),
        new Scenario(
            "D3-no-more-time-breaks-accuracy",
            Catalogue.variant("D3-no-more-time").protocol(),
            2,
            18,
            Schedule.of(2)),
        new Scenario(
            "D4-leader-crashes",
            Catalogue.find("D4"),
            3,
            6,
            Schedule.of(3, new Death(1, 0, ProcessSet.EMPTY))),
        new Scenario(
            "D4-eventual-leader-crashes",
            Catalogue.find("D4-eventual"),
            3,
            9,
            Schedule.of(3, new Death(1, 1, ProcessSet.EMPTY))),
        new Scenario("C3-no-crash", Catalogue.find("C3"), 3, 9, Schedule.of(3)),
        new Scenario(
            "C3-leader-crashes-while-it-imposes",
            Catalogue.find("C3"),
            3,
            21,
            Schedule.of(3, inMidBroadcast)),
        new Scenario(
            "C6-votes-differ", Catalogue.find("C6"), Setup.of(3, 1, 0, 1, 1), 9, Schedule.of(3)),
        new Scenario(
            "C6-crash-in-mid-broadcast",
            Catalogue.find("C6"),
            Setup.of(3, 1, 0, 1, 1),
            15,
            Schedule.of(3, inMidBroadcast)));
  }
}
