package org.deltabed.protocol.catalogue;

import static org.deltabed.protocol.catalogue.SeededMistake.ASYNC_ONLY;
import static org.deltabed.protocol.catalogue.SeededMistake.SHOWS_IN_SLOTS;

import java.util.List;
import org.deltabed.protocol.agreement.HierarchicalConsensus;
import org.deltabed.protocol.mistakes.AnswersOnlyItself;
import org.deltabed.protocol.mistakes.AppliesAtOnce;
import org.deltabed.protocol.mistakes.BroadcastsWhileBlocked;
import org.deltabed.protocol.mistakes.CreditsWhoPassedItOn;
import org.deltabed.protocol.mistakes.DeliversFromWhoPassedItOn;
import org.deltabed.protocol.mistakes.DeliversWithoutAgreement;
import org.deltabed.protocol.mistakes.DropsMessagesOfNextView;
import org.deltabed.protocol.mistakes.DropsNextView;
import org.deltabed.protocol.mistakes.ForgetsSetsWhenBlocked;
import org.deltabed.protocol.mistakes.ForgetsWhoBroadcast;
import org.deltabed.protocol.mistakes.IgnoresViewOfMessages;
import org.deltabed.protocol.mistakes.IndicatesViewBefore;
import org.deltabed.protocol.mistakes.InstallsBeforeAllFlushes;
import org.deltabed.protocol.mistakes.LosesCrashWhileFlushing;
import org.deltabed.protocol.mistakes.LosesWhatWaits;
import org.deltabed.protocol.mistakes.OneInstanceForAllChanges;
import org.deltabed.protocol.mistakes.OneInstanceForAllViews;
import org.deltabed.protocol.mistakes.ProposesOnlyItself;
import org.deltabed.protocol.mistakes.ProposesOnlyOnSets;
import org.deltabed.protocol.mistakes.RefusesInSilence;
import org.deltabed.protocol.mistakes.WaitsForSetsOfCrashed;

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
              "gmp: agreement"),
          SeededMistake.of(
              "G2-waits-for-sets",
              "G2",
              "app/vs",
              WaitsForSetsOfCrashed::new,
              "waits for the sets of those that crashed",
              2,
              1,
              SHOWS_IN_SLOTS,
              "app: validity",
              "app/vs: completeness"),
          SeededMistake.of(
              "G2-forgets-sets",
              "G2",
              "app/vs",
              ForgetsSetsWhenBlocked::new,
              "forgets whose sets came before it was blocked",
              3,
              1,
              ASYNC_ONLY,
              "app: validity",
              "app/vs: completeness",
              "app/vs: validity",
              "app/vs: delivery agreement"),
          SeededMistake.of(
              "G2-credits",
              "G2",
              "app/vs",
              DeliversFromWhoPassedItOn::new,
              "delivers what is in the set of p as broadcast by p",
              2,
              1,
              SHOWS_IN_SLOTS,
              "app/vs: view inclusion",
              "app/vs: no duplication",
              "app/vs: no creation",
              "app/vs: delivery agreement",
              "app/vs: same deliveries"),
          SeededMistake.of(
              "G2-drops-next-view",
              "G2",
              "app/vs",
              DropsMessagesOfNextView::new,
              "drops a message of a view that is not installed here yet",
              3,
              1,
              ASYNC_ONLY,
              "app: validity",
              "app/vs: validity",
              "app/vs: delivery agreement"),
          SeededMistake.of(
              "X10",
              "G3",
              "app/vs",
              InstallsBeforeAllFlushes::new,
              "a view is installed before all flush messages are in",
              3,
              1,
              SHOWS_IN_SLOTS,
              "app: validity",
              "app/vs: validity",
              "app/vs: delivery agreement",
              "app/vs: same deliveries"),
          SeededMistake.of(
              "G3-one-instance",
              "G3",
              "app/vs",
              OneInstanceForAllChanges::new,
              "proposes every view to one and the same consensus",
              3,
              2,
              SHOWS_IN_SLOTS,
              "app: validity",
              "app/vs: completeness"),
          SeededMistake.of(
              "G3-forgets-source",
              "G3",
              "app/vs",
              ForgetsWhoBroadcast::new,
              "remembers messages without who broadcast them",
              2,
              0,
              SHOWS_IN_SLOTS,
              "app: validity",
              "app/vs: validity",
              "app/vs: delivery agreement",
              "app/vs: same deliveries"),
          SeededMistake.of(
              "G3-drops-next-view",
              "G3",
              "app/vs",
              DropsNextView::new,
              "drops a message of a view that is not installed here yet",
              3,
              1,
              ASYNC_ONLY,
              "app: validity",
              "app/vs: validity",
              "app/vs: delivery agreement"),
          SeededMistake.of(
              "G3-any-view",
              "G3",
              "app/vs",
              IgnoresViewOfMessages::new,
              "delivers a message in whatever view it comes",
              2,
              1,
              ASYNC_ONLY,
              "app: validity",
              "app/vs: view inclusion",
              "app/vs: validity",
              "app/vs: no duplication",
              "app/vs: delivery agreement"),
          SeededMistake.of(
              "G3-loses-crash",
              "G3",
              "app/vs",
              LosesCrashWhileFlushing::new,
              "a crash that is detected while the group flushes is lost",
              3,
              2,
              SHOWS_IN_SLOTS,
              "app/vs: completeness"),
          SeededMistake.of(
              "G3-only-on-sets",
              "G3",
              "app/vs",
              ProposesOnlyOnSets::new,
              "asks only when a set comes whether all are in",
              3,
              2,
              SHOWS_IN_SLOTS,
              "app: validity",
              "app/vs: completeness"),
          SeededMistake.of(
              "G3-credits",
              "G3",
              "app/vs",
              CreditsWhoPassedItOn::new,
              "delivers what is in the set of p as broadcast by p",
              2,
              1,
              SHOWS_IN_SLOTS,
              "app/vs: view inclusion",
              "app/vs: no duplication",
              "app/vs: no creation",
              "app/vs: delivery agreement",
              "app/vs: same deliveries"),
          SeededMistake.of(
              "G3-regular",
              "G3",
              "app/vs/uc[]",
              HierarchicalConsensus::new,
              "regular consensus where the uniform one is promised",
              3,
              2,
              ASYNC_ONLY,
              "app/vs: agreement"),
          SeededMistake.of(
              "G3-app-forgets",
              "G3",
              "app",
              LosesWhatWaits::new,
              "the application drops what it is to broadcast while it is blocked",
              2,
              1,
              SHOWS_IN_SLOTS,
              "app: validity"),
          SeededMistake.of(
              "G3-app-goes-on",
              "G3",
              "app",
              BroadcastsWhileBlocked::new,
              "the application broadcasts while it is blocked",
              2,
              1,
              SHOWS_IN_SLOTS,
              "app: validity",
              "app/vs: validity"),
          SeededMistake.of(
              "S1-at-once",
              "S1",
              "rsm",
              AppliesAtOnce::new,
              "applies its own commands at once, in no order with those of others",
              2,
              0,
              SHOWS_IN_SLOTS,
              "rsm: agreement"),
          SeededMistake.of(
              "S1-own-only",
              "S1",
              "rsm",
              AnswersOnlyItself::new,
              "outputs the responses of its own commands only",
              2,
              0,
              SHOWS_IN_SLOTS,
              "rsm: agreement",
              "rsm: validity"),
          SeededMistake.of(
              "S1-silent-refusal",
              "S1",
              "rsm",
              RefusesInSilence::new,
              "outputs no response for a command that is refused",
              2,
              0,
              SHOWS_IN_SLOTS,
              "rsm: termination"),
          SeededMistake.of(
              "S1-unordered",
              "S1",
              "rsm/tob",
              DeliversWithoutAgreement::new,
              "reliable broadcast where total order is promised",
              2,
              0,
              SHOWS_IN_SLOTS,
              "rsm: agreement",
              "rsm/tob: total order"));

  private MembershipMistakes() {}
}
