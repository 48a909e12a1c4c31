package org.deltabed.protocol.catalogue;

import static org.deltabed.protocol.catalogue.SeededMistake.ASYNC_ONLY;
import static org.deltabed.protocol.catalogue.SeededMistake.SHOWS_IN_SLOTS;

import java.util.List;
import org.deltabed.protocol.mistakes.AcknowledgesNothing;
import org.deltabed.protocol.mistakes.AsksForHalfRoundedDown;
import org.deltabed.protocol.mistakes.CountsAcksByMessageAlone;
import org.deltabed.protocol.mistakes.DeliversBeforeAllAcknowledge;
import org.deltabed.protocol.mistakes.ForgetsItself;
import org.deltabed.protocol.mistakes.NeverRelays;
import org.deltabed.protocol.mistakes.RelaysNothingThatComesLate;
import org.deltabed.protocol.mistakes.RelaysOnlyWhatComesLate;
import org.deltabed.protocol.mistakes.SendsTwice;
import org.deltabed.protocol.mistakes.SignsForOthers;
import org.deltabed.protocol.mistakes.TakesOwnCopyForOld;
import org.deltabed.protocol.mistakes.TellsByMessageAlone;
import org.deltabed.protocol.mistakes.WaitsForTheDeadToAcknowledge;

/** The seeded mistakes in broadcasts, each with the properties that it breaks. */
final class BroadcastMistakes {
  static final List<Variant> ALL =
      List.of(
          SeededMistake.of(
              "B1-sends-twice",
              "B1",
              "beb",
              SendsTwice::new,
              "sends twice",
              1,
              0,
              SHOWS_IN_SLOTS,
              "beb: no duplication"),
          SeededMistake.of(
              "B1-forgets-itself",
              "B1",
              "beb",
              ForgetsItself::new,
              "does not deliver to the sender itself",
              1,
              0,
              SHOWS_IN_SLOTS,
              "beb: validity"),
          SeededMistake.of(
              "B1-signs-for-others",
              "B1",
              "beb",
              SignsForOthers::new,
              "delivers every message as its own",
              2,
              0,
              SHOWS_IN_SLOTS,
              "beb: no creation",
              "beb: no duplication",
              "beb: validity"),
          SeededMistake.of(
              "B2-own-copy-is-old",
              "B2",
              "rb",
              TakesOwnCopyForOld::new,
              "does not deliver upon the broadcast, and takes the own copy for old",
              1,
              0,
              SHOWS_IN_SLOTS,
              "rb: validity",
              "rb: agreement"),
          SeededMistake.of(
              "B2-no-relay",
              "B2",
              "rb",
              RelaysOnlyWhatComesLate::new,
              "relays nothing when a crash is detected",
              3,
              1,
              SHOWS_IN_SLOTS,
              "rb: agreement"),
          SeededMistake.of(
              "B2-no-late-relay",
              "B2",
              "rb",
              RelaysNothingThatComesLate::new,
              "does not relay what comes after its sender's crash is detected",
              3,
              1,
              ASYNC_ONLY,
              "rb: agreement"),
          SeededMistake.of(
              "B3-no-relay",
              "B3",
              "rb",
              NeverRelays::new,
              "relays nothing",
              3,
              1,
              SHOWS_IN_SLOTS,
              "rb: agreement"),
          SeededMistake.of(
              "B3-by-message",
              "B3",
              "rb",
              TellsByMessageAlone::new,
              "tells messages by m alone, not by (source, m)",
              2,
              0,
              SHOWS_IN_SLOTS,
              "rb: validity",
              "rb: agreement"),
          SeededMistake.of(
              "B4-at-once",
              "B4",
              "urb",
              DeliversBeforeAllAcknowledge::new,
              "delivers upon the first copy",
              2,
              1,
              SHOWS_IN_SLOTS,
              "urb: uniform agreement"),
          SeededMistake.of(
              "B4-waits-for-the-dead",
              "B4",
              "urb",
              WaitsForTheDeadToAcknowledge::new,
              "waits for those that are detected to acknowledge",
              2,
              1,
              SHOWS_IN_SLOTS,
              "urb: validity",
              "urb: uniform agreement"),
          SeededMistake.of(
              "B4-acks-by-message",
              "B4",
              "urb",
              CountsAcksByMessageAlone::new,
              "counts acknowledgements by m alone, not by (source, m)",
              2,
              1,
              ASYNC_ONLY,
              "urb: uniform agreement"),
          SeededMistake.of(
              "B5-half",
              "B5",
              "urb",
              AsksForHalfRoundedDown::new,
              "delivers with N/2 acknowledgements, rounded down",
              3,
              1,
              ASYNC_ONLY,
              "urb: uniform agreement"),
          SeededMistake.of(
              "B5-no-forward",
              "B5",
              "urb",
              AcknowledgesNothing::new,
              "does not broadcast again what it gets",
              2,
              0,
              SHOWS_IN_SLOTS,
              "urb: validity"));

  private BroadcastMistakes() {}
}
