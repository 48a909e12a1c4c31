package org.deltabed.protocol.catalogue;

import static org.deltabed.protocol.catalogue.SeededMistake.SHOWS_IN_SLOTS;

import java.util.List;
import org.deltabed.protocol.mistakes.DetectsOneCrash;
import org.deltabed.protocol.mistakes.SuspectsNextOwner;

/** The seeded mistakes in detectors, each with the properties that it breaks. */
final class DetectorMistakes {
  static final List<Variant> ALL =
      List.of(
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
              "P: strong completeness"));

  private DetectorMistakes() {}
}
