package org.deltabed.protocol.harness;

import java.util.List;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.harness.Schedule.Death;

/** Transcripts of consensus and its kin. */
final class AgreementScenarios {
  private AgreementScenarios() {}

  static List<Scenario> all() {
    Protocol c1 = Catalogue.find("C1");
    Protocol c2 = Catalogue.find("C2");
    Death silentLeader = new Death(1, 0, ProcessSet.EMPTY);
    return List.of(
        new Scenario("C1-no-crash", c1, 3, 3, Schedule.of(3)),
        new Scenario("C1-leader-decides-and-crashes", c1, 3, 3, Schedule.of(3, silentLeader)),
        new Scenario("C2-no-crash", c2, 3, 3, Schedule.of(3)),
        new Scenario("C2-leader-crashes-before-its-frame", c2, 3, 3, Schedule.of(3, silentLeader)),
        new Scenario(
            "C2-leader-reaches-only-the-last",
            c2,
            3,
            3,
            Schedule.of(3, new Death(1, 0, ProcessSet.of(3)))),
        new Scenario(
            "C2-two-leaders-crash-in-mid-broadcast",
            c2,
            4,
            4,
            Schedule.of(
                4, new Death(1, 0, ProcessSet.of(2, 4)), new Death(2, 1, ProcessSet.of(3)))),
        new Scenario(
            "C2-first-leader-is-asked-late", c2, 3, 6, new Schedule(List.of(), List.of(1, 0, 0))),
        new Scenario(
            "X03-breaks-uniform-agreement",
            Catalogue.variant("X03").protocol(),
            3,
            3,
            Schedule.of(3, silentLeader)),
        new Scenario("C4-no-crash", Catalogue.find("C4"), 2, 4, Schedule.of(2)),
        new Scenario(
            "C4-leader-decides-and-crashes",
            Catalogue.find("C4"),
            2,
            4,
            Schedule.of(2, new Death(1, 0, ProcessSet.EMPTY))),
        new Scenario(
            "C5-no-crash", Catalogue.find("C5"), Setup.of(4, 3, 4, 3, 2, 1), 12, Schedule.of(4)),
        new Scenario(
            "C5-one-crash",
            Catalogue.find("C5"),
            Setup.of(4, 3, 1, 2, 3, 4),
            16,
            Schedule.of(4, new Death(1, 0, ProcessSet.of(2)))),
        new Scenario(
            "C5-slots-first-leader-reaches-only-the-last",
            Catalogue.find("C5-slots"),
            Setup.of(4, 1, 10, 20, 30, 40),
            4,
            Schedule.of(4, new Death(1, 0, ProcessSet.of(4)))),
        new Scenario(
            "FS-one-crash",
            Catalogue.find("FS"),
            Setup.of(3, 1, 1, 2, 3),
            6,
            Schedule.of(3, new Death(1, 0, ProcessSet.of(2)))),
        new Scenario("T1-no-crash", Catalogue.find("T1"), 3, 6, Schedule.of(3)),
        new Scenario(
            "T1-sender-reaches-only-the-last",
            Catalogue.find("T1"),
            3,
            6,
            Schedule.of(3, new Death(1, 0, ProcessSet.of(3)))),
        new Scenario(
            "T1-uniform-sender-crashes-before-its-frame",
            Catalogue.find("T1-uniform"),
            3,
            6,
            Schedule.of(3, silentLeader)),
        new Scenario(
            "X11-breaks-agreement",
            Catalogue.variant("X11").protocol(),
            3,
            13,
            Schedule.of(3, new Death(1, 0, ProcessSet.of(3)))),
        new Scenario(
            "A1-all-vote-for", Catalogue.find("A1"), Setup.of(3, 2, 1, 1, 1), 6, Schedule.of(3)),
        new Scenario("A1-veto", Catalogue.find("A1"), Setup.of(3, 2, 1, 0, 1), 6, Schedule.of(3)),
        new Scenario(
            "A2-no-crash", Catalogue.find("A2"), Setup.of(3, 2, 1, 1, 1), 6, Schedule.of(3)),
        new Scenario(
            "A2-coordinator-commits-and-only-the-last-hears",
            Catalogue.variant("A2-as-non-blocking").protocol(),
            Setup.of(3, 2, 1, 1, 1),
            16,
            Schedule.of(3, new Death(1, 3, ProcessSet.of(3)))),
        new Scenario(
            "A1-vote-reaches-only-the-first",
            Catalogue.find("A1"),
            Setup.of(3, 2, 1, 1, 1),
            6,
            Schedule.of(3, new Death(3, 2, ProcessSet.of(1)))));
  }
}
