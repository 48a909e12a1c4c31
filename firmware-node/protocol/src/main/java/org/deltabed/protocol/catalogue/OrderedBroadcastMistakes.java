package org.deltabed.protocol.catalogue;

import static org.deltabed.protocol.catalogue.SeededMistake.ASYNC_ONLY;
import static org.deltabed.protocol.catalogue.SeededMistake.SHOWS_IN_SLOTS;

import java.util.List;
import org.deltabed.protocol.agreement.HierarchicalConsensus;
import org.deltabed.protocol.broadcast.LazyReliableBroadcast;
import org.deltabed.protocol.mistakes.CollectsWhatItHasDelivered;
import org.deltabed.protocol.mistakes.DeliversDecidedSetsWhole;
import org.deltabed.protocol.mistakes.DeliversInItsOwnName;
import org.deltabed.protocol.mistakes.DeliversOneOfThosePending;
import org.deltabed.protocol.mistakes.DeliversWithoutAgreement;
import org.deltabed.protocol.mistakes.DropsEarlyDecisions;
import org.deltabed.protocol.mistakes.IgnoresThePast;
import org.deltabed.protocol.mistakes.IgnoresThePastUniformly;
import org.deltabed.protocol.mistakes.LooksOnceAtWhatComes;
import org.deltabed.protocol.mistakes.NumbersButDoesNotWait;
import org.deltabed.protocol.mistakes.SendsVectorsButDoesNotWait;
import org.deltabed.protocol.mistakes.TakesAnyDecisionForTheNext;
import org.deltabed.protocol.mistakes.TakesThePastForASet;
import org.deltabed.protocol.properties.TotalOrderProperties;

/** The seeded mistakes in ordered broadcasts, each with the properties that it breaks. */
final class OrderedBroadcastMistakes {
  static final List<Variant> ALL =
      List.of(
          SeededMistake.of(
              "B6-as-it-comes",
              "B6",
              "frb",
              NumbersButDoesNotWait::new,
              "delivers what comes, whatever its number",
              2,
              0,
              ASYNC_ONLY,
              "frb: FIFO order"),
          SeededMistake.of(
              "B6-looks-once",
              "B6",
              "frb",
              LooksOnceAtWhatComes::new,
              "looks only at what has just come, not at what waits",
              2,
              0,
              ASYNC_ONLY,
              "frb: validity",
              "frb: agreement"),
          SeededMistake.of(
              "B7-ignores-the-past",
              "B7",
              "rco",
              IgnoresThePast::new,
              "delivers nothing of a message's past",
              2,
              0,
              SHOWS_IN_SLOTS,
              "rco: causal order"),
          SeededMistake.of(
              "B7-past-unordered",
              "B7",
              "rco",
              TakesThePastForASet::new,
              "goes through the past as through a set, in any order",
              2,
              0,
              ASYNC_ONLY,
              "rco: causal order"),
          SeededMistake.of(
              "B7-uniform-ignores-the-past",
              "B7-uniform",
              "urco",
              IgnoresThePastUniformly::new,
              "delivers nothing of a message's past",
              2,
              0,
              ASYNC_ONLY,
              "urco: causal order"),
          SeededMistake.of(
              "B7-uniform-regular",
              "B7-uniform",
              "urco/urb",
              LazyReliableBroadcast::new,
              "regular broadcast where the uniform one is promised",
              2,
              1,
              SHOWS_IN_SLOTS,
              "urco: uniform agreement",
              "urco/urb: uniform agreement"),
          SeededMistake.of(
              "B8-collects-its-own",
              "B8",
              "rco",
              CollectsWhatItHasDelivered::new,
              "removes from the past what it has delivered itself",
              3,
              1,
              SHOWS_IN_SLOTS,
              "rco: causal order"),
          SeededMistake.of(
              "B9-own-name",
              "B9",
              "rco",
              DeliversInItsOwnName::new,
              "delivers every message as its own",
              2,
              0,
              SHOWS_IN_SLOTS,
              "rco: no creation",
              "rco: validity",
              "rco: agreement"),
          SeededMistake.of(
              "B9-if-for-while",
              "B9",
              "rco",
              DeliversOneOfThosePending::new,
              "delivers at most one message when one comes",
              2,
              0,
              SHOWS_IN_SLOTS,
              "rco: validity",
              "rco: agreement"),
          SeededMistake.of(
              "B9-does-not-wait",
              "B9",
              "rco",
              SendsVectorsButDoesNotWait::new,
              "delivers what comes, whatever its vector",
              2,
              0,
              SHOWS_IN_SLOTS,
              "rco: causal order"),
          SeededMistake.of(
              "B10-any-decision",
              "B10",
              "tob",
              TakesAnyDecisionForTheNext::new,
              "delivers what any instance decides, as it comes",
              2,
              0,
              ASYNC_ONLY,
              "tob: total order"),
          SeededMistake.of(
              "B10-drops-early",
              "B10",
              "tob",
              DropsEarlyDecisions::new,
              "drops what an instance decides before its turn",
              2,
              0,
              ASYNC_ONLY,
              "tob: validity",
              "tob: agreement"),
          SeededMistake.of(
              "B10-twice",
              "B10",
              "tob",
              DeliversDecidedSetsWhole::new,
              "delivers again what is decided again",
              2,
              1,
              ASYNC_ONLY,
              "tob: no duplication"),
          SeededMistake.of(
              "B10-without-agreement",
              "B10",
              "tob",
              DeliversWithoutAgreement::new,
              "delivers what comes without asking the others",
              2,
              0,
              SHOWS_IN_SLOTS,
              "tob: total order"),
          SeededMistake.claiming(
              "B10-as-uniform",
              "B10",
              List.of(
                  TotalOrderProperties.uniformTotalOrder("tob"),
                  TotalOrderProperties.uniformOrderOfPairs("tob"),
                  TotalOrderProperties.uniformOrderOfHistories("tob")),
              "regular total order where the uniform one is promised, in each definition",
              2,
              1,
              SHOWS_IN_SLOTS,
              "tob: uniform total order",
              "tob: uniform total order of pairs",
              "tob: uniform total order of histories"),
          SeededMistake.of(
              "B10-regular-consensus",
              "B10-uniform",
              "utob/uc[]",
              HierarchicalConsensus::new,
              "regular consensus over uniform broadcast, as the page has it",
              2,
              1,
              SHOWS_IN_SLOTS,
              "utob: uniform total order"));

  private OrderedBroadcastMistakes() {}
}
