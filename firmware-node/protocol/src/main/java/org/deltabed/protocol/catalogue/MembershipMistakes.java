package org.deltabed.protocol.catalogue;

import static org.deltabed.protocol.catalogue.SeededMistake.SHOWS_IN_SLOTS;

import java.util.List;
import org.deltabed.protocol.agreement.HierarchicalConsensus;
import org.deltabed.protocol.mistakes.IndicatesViewBefore;
import org.deltabed.protocol.mistakes.OneInstanceForAllViews;
import org.deltabed.protocol.mistakes.ProposesOnlyItself;

/** The seeded mistakes in those of {@link Memberships}, each with the properties that it breaks. */
final class MembershipMistakes {
  static final List<Variant> ALL =
      List.of(
          SeededMistake.of(
              "G1-one-instance",
              "G1",
              "gmp",
              OneInstanceForAllViews::new,
              "proposes every view to one and the same consensus",
              3,
              2,
              SHOWS_IN_SLOTS,
              "gmp: completeness"),
          SeededMistake.of(
              "G1-only-itself",
              "G1",
              "gmp",
              ProposesOnlyItself::new,
              "proposes a view of nobody but itself",
              3,
              1,
              SHOWS_IN_SLOTS,
              "gmp: accuracy",
              "gmp: completeness"),
          SeededMistake.of(
              "G1-view-before",
              "G1",
              "gmp",
              IndicatesViewBefore::new,
              "indicates the view before it assigns it",
              2,
              1,
              SHOWS_IN_SLOTS,
              "gmp: local monotonicity",
              "gmp: completeness"),
          SeededMistake.of(
              "G1-regular",
              "G1",
              "gmp/uc[]",
              HierarchicalConsensus::new,
              "regular consensus where the uniform one is promised",
              3,
              2,
              SHOWS_IN_SLOTS,
              "gmp: agreement"));

  private MembershipMistakes() {}
}
