package org.deltabed.protocol.catalogue;

import static org.deltabed.protocol.catalogue.SeededMistake.ASYNC_ONLY;
import static org.deltabed.protocol.catalogue.SeededMistake.SHOWS_IN_SLOTS;

import java.util.List;
import org.deltabed.protocol.mistakes.IgnoresWhatWasAccepted;
import org.deltabed.protocol.mistakes.OneLessThanAQuorum;
import org.deltabed.protocol.mistakes.PromisesAgain;
import org.deltabed.protocol.mistakes.ProposesTwoValues;
import org.deltabed.protocol.mistakes.TellsNothingPrepared;
import org.deltabed.protocol.mistakes.TrustsOneReply;

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
              "pbft: answers"));

  private ReplicatedLogMistakes() {}
}
