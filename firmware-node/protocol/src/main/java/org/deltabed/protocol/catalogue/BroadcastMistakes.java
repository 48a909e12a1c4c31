package org.deltabed.protocol.catalogue;

import static org.deltabed.protocol.catalogue.SeededMistake.SHOWS_IN_SLOTS;

import java.util.List;
import org.deltabed.protocol.mistakes.ForgetsItself;
import org.deltabed.protocol.mistakes.SendsTwice;
import org.deltabed.protocol.mistakes.SignsForOthers;

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
              "beb: validity"));

  private BroadcastMistakes() {}
}
