package org.deltabed.protocol.catalogue;

import static org.deltabed.protocol.catalogue.SeededMistake.ASYNC_ONLY;
import static org.deltabed.protocol.catalogue.SeededMistake.SHOWS_IN_SLOTS;

import java.util.List;
import org.deltabed.protocol.mistakes.DoesNotCountThePrimary;
import org.deltabed.protocol.mistakes.ExecutesAgain;
import org.deltabed.protocol.mistakes.ExecutesWhatIsCommitted;
import org.deltabed.protocol.mistakes.FillsGapsWithZero;
import org.deltabed.protocol.mistakes.IgnoresWhatWasAccepted;
import org.deltabed.protocol.mistakes.LearnsAcrossGaps;
import org.deltabed.protocol.mistakes.OneLessThanAQuorum;
import org.deltabed.protocol.mistakes.OrdersUnsignedRequests;
import org.deltabed.protocol.mistakes.PromisesAgain;
import org.deltabed.protocol.mistakes.ProposesTwoValues;
import org.deltabed.protocol.mistakes.TellsNothingPrepared;
import org.deltabed.protocol.mistakes.TrustsOneReply;
import org.deltabed.protocol.mistakes.WaitsForEveryAcceptor;

/** The seeded mistakes in Multi-Paxos and PBFT, each with the properties that it breaks. */
final class ReplicatedLogMistakes {
  static final List<Variant> ALL =
      List.of(
          SeededMistake.of(
              "X07",
              "S4",
              "mp",
              PromisesAgain::new,
              "promises with >= instead of >",
              3,
              0,
              ASYNC_ONLY,
              "mp: uniform agreement"),
          SeededMistake.of(
              "S4-two-values",
              "S4",
              "mp",
              ProposesTwoValues::new,
              "reuses a number for two values of one instance",
              2,
              0,
              ASYNC_ONLY,
              "mp: uniform agreement"),
          SeededMistake.of(
              "S4-ignores-accepted",
              "S4",
              "mp",
              IgnoresWhatWasAccepted::new,
              "does not propose again what acceptors report",
              3,
              1,
              SHOWS_IN_SLOTS,
              "mp: uniform agreement"),
          SeededMistake.of(
              "S4-across-gaps",
              "S4",
              "mp",
              LearnsAcrossGaps::new,
              "learns what is chosen without waiting for what comes before",
              2,
              0,
              ASYNC_ONLY,
              "mp: order"),
          SeededMistake.of(
              "S4-zero-for-nil",
              "S4",
              "mp",
              FillsGapsWithZero::new,
              "fills a gap with 0 in place of nil",
              3,
              0,
              ASYNC_ONLY,
              "mp: validity"),
          SeededMistake.of(
              "S4-all-acceptors",
              "S4",
              "mp",
              WaitsForEveryAcceptor::new,
              "waits for all acceptors in place of a majority",
              3,
              1,
              SHOWS_IN_SLOTS,
              "mp: termination"),
          SeededMistake.of(
              "S5-small-quorum",
              "S5",
              "pbft/replica",
              OneLessThanAQuorum::new,
              "takes one process less for a quorum",
              4,
              1,
              ASYNC_ONLY,
              "pbft/replica: agreement"),
          SeededMistake.of(
              "S5-forgets-prepared",
              "S5",
              "pbft/replica",
              TellsNothingPrepared::new,
              "leaves a view without telling what was prepared in it",
              4,
              1,
              ASYNC_ONLY,
              "pbft/replica: agreement"),
          SeededMistake.of(
              "S5-one-reply",
              "S5",
              "pbft",
              TrustsOneReply::new,
              "takes the first reply, whoever gave it",
              4,
              1,
              ASYNC_ONLY,
              "pbft: answers"),
          SeededMistake.of(
              "S5-without-primary",
              "S5",
              "pbft/replica",
              DoesNotCountThePrimary::new,
              "does not count the primary's pre-prepare for the quorum",
              1,
              0,
              SHOWS_IN_SLOTS,
              "pbft: termination"),
          SeededMistake.of(
              "S5-as-committed",
              "S5",
              "pbft/replica",
              ExecutesWhatIsCommitted::new,
              "executes what is committed, without waiting for the numbers before",
              2,
              0,
              ASYNC_ONLY,
              "pbft/replica: order"),
          SeededMistake.of(
              "S5-again",
              "S5",
              "pbft/replica",
              ExecutesAgain::new,
              "executes a request under every number that it is given",
              4,
              1,
              ASYNC_ONLY,
              "pbft/replica: at most once"),
          SeededMistake.of(
              "S5-unsigned",
              "S5",
              "pbft/replica",
              OrdersUnsignedRequests::new,
              "takes a client's request whoever has signed it",
              4,
              1,
              ASYNC_ONLY,
              "pbft/replica: validity"));

  private ReplicatedLogMistakes() {}
}
