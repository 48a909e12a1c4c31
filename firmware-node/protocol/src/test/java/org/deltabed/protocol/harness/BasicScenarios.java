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
            Schedule.of(3, new Death(2, 0, ProcessSet.EMPTY), new Death(3, 2, ProcessSet.EMPTY))),
        new Scenario("M1-no-crash", Catalogue.find("M1"), 1, 2, Schedule.of(1)),
        new Scenario(
            "M1-async-crash-loses-a-confirmed-job",
            Catalogue.find("M1-async"),
            2,
            10,
            Schedule.of(2, new Death(1, 1, ProcessSet.EMPTY))),
        new Scenario("M2-no-crash", Catalogue.find("M2"), 2, 4, Schedule.of(2)),
        new Scenario(
            "M2-vector-crash-in-mid-broadcast",
            Catalogue.find("M2-vector"),
            3,
            6,
            Schedule.of(3, new Death(1, 0, ProcessSet.of(3)))),
        new Scenario("D1-no-crash", Catalogue.find("D1"), 2, 8, Schedule.of(2)),
        new Scenario(
            "D1-crash-after-the-pong",
            Catalogue.find("D1"),
            2,
            12,
            Schedule.of(2, new Death(2, 2, ProcessSet.EMPTY))),
        new Scenario(
            "D5-crash-before-the-first-broadcast",
            Catalogue.find("D5"),
            2,
            6,
            Schedule.of(2, new Death(1, 0, ProcessSet.EMPTY))),
        new Scenario(
            "D5-nbac-crash-after-the-vote",
            Catalogue.find("D5-nbac"),
            3,
            18,
            Schedule.of(3, new Death(2, 3, ProcessSet.EMPTY))),
        new Scenario("L1-no-crash", Catalogue.find("L1"), 2, 8, Schedule.of(2)),
        new Scenario("L2-no-crash", Catalogue.find("L2"), 2, 6, Schedule.of(2)),
        new Scenario(
            "L2-receiver-crashes",
            Catalogue.find("L2"),
            2,
            6,
            Schedule.of(2, new Death(2, 1, ProcessSet.EMPTY))),
        new Scenario("L3-no-crash", Catalogue.find("L3"), 3, 9, Schedule.of(3)),
        new Scenario(
            "L3-sender-crashes-after-one-frame",
            Catalogue.find("L3"),
            3,
            9,
            Schedule.of(3, new Death(1, 1, ProcessSet.EMPTY))));
  }
}
