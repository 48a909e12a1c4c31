package org.deltabed.protocol.catalogue;

import static org.deltabed.protocol.catalogue.SeededMistake.SHOWS_IN_SLOTS;

import java.util.List;
import org.deltabed.protocol.mistakes.AsksAtFirstTimeout;
import org.deltabed.protocol.mistakes.CommitsOnce;
import org.deltabed.protocol.mistakes.DetectsOneCrash;
import org.deltabed.protocol.mistakes.EmptiesAliveInLoop;
import org.deltabed.protocol.mistakes.ForgivesOnLatePong;
import org.deltabed.protocol.mistakes.NeverEmptiesAlive;
import org.deltabed.protocol.mistakes.SuspectsNextOwner;
import org.deltabed.protocol.mistakes.SuspectsNextSender;
import org.deltabed.protocol.mistakes.SuspectsTheSlow;
import org.deltabed.protocol.mistakes.WaitsToHear;

/** The seeded mistakes in detectors, each with the properties that it breaks. */
final class DetectorMistakes {
  static final List<Variant> ALL =
      List.of(
          SeededMistake.of(
              "X12",
              "D1",
              "P",
              ForgivesOnLatePong::new,
              "forgives on a late pong, for which it does not wait",
              2,
              0,
              SHOWS_IN_SLOTS,
              "P: strong accuracy",
              "P: strong completeness"),
          SeededMistake.of(
              "D1-in-the-loop",
              "D1",
              "P",
              EmptiesAliveInLoop::new,
              "empties alive in the loop over the processes",
              3,
              0,
              SHOWS_IN_SLOTS,
              "P: strong accuracy"),
          SeededMistake.of(
              "D1-asks-late",
              "D1",
              "P",
              AsksAtFirstTimeout::new,
              "begins with nobody alive and asks at the first timeout",
              2,
              0,
              SHOWS_IN_SLOTS,
              "P: strong accuracy"),
          SeededMistake.of(
              "D1-once-alive",
              "D1",
              "P",
              NeverEmptiesAlive::new,
              "takes whoever has answered once for alive",
              2,
              1,
              SHOWS_IN_SLOTS,
              "P: strong completeness"),
          SeededMistake.of(
              "D2-next-owner",
              "D2",
              "P",
              SuspectsNextOwner::new,
              "suspects the owner of the slot after the silent one",
              2,
              1,
              SHOWS_IN_SLOTS,
              "P: strong accuracy",
              "P: strong completeness"),
          SeededMistake.of(
              "D2-one-crash",
              "D2",
              "P",
              DetectsOneCrash::new,
              "detects the first crash and no other",
              3,
              2,
              SHOWS_IN_SLOTS,
              "P: strong completeness"),
          SeededMistake.of(
              "D5-next-sender",
              "D5",
              "fd",
              SuspectsNextSender::new,
              "suspects the process after the one whose broadcast failed",
              2,
              1,
              SHOWS_IN_SLOTS,
              "fd: strong accuracy",
              "fd: strong completeness"),
          SeededMistake.of(
              "D5-waits-to-hear",
              "D5",
              "fd",
              WaitsToHear::new,
              "takes part in an instance of broadcast when it hears of it",
              2,
              1,
              SHOWS_IN_SLOTS,
              "fd: strong completeness"),
          SeededMistake.of(
              "D5-nbac-the-slow",
              "D5-nbac",
              "fd",
              SuspectsTheSlow::new,
              "does not wait for all that are alive",
              3,
              1,
              SHOWS_IN_SLOTS,
              "fd: strong accuracy"),
          SeededMistake.of(
              "D5-nbac-once",
              "D5-nbac",
              "fd",
              CommitsOnce::new,
              "commits once",
              2,
              1,
              SHOWS_IN_SLOTS,
              "fd: strong completeness"));

  private DetectorMistakes() {}
}
