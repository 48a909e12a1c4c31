package org.deltabed.protocol.catalogue;

import static org.deltabed.protocol.catalogue.SeededMistake.ASYNC_ONLY;
import static org.deltabed.protocol.catalogue.SeededMistake.SHOWS_IN_SLOTS;

import java.util.List;
import org.deltabed.protocol.mistakes.AdoptsInRoundsItHasLeft;
import org.deltabed.protocol.mistakes.DecidesOnOneVote;
import org.deltabed.protocol.mistakes.ElectsAfterLastCrashed;
import org.deltabed.protocol.mistakes.ElectsItself;
import org.deltabed.protocol.mistakes.KeepsItsEstimate;
import org.deltabed.protocol.mistakes.NeverGivesMoreTime;
import org.deltabed.protocol.mistakes.NeverRestores;
import org.deltabed.protocol.mistakes.SelectsAnyAdopted;
import org.deltabed.protocol.mistakes.StaysWithSuspectedLeader;
import org.deltabed.protocol.mistakes.StaysWithTheNextLeader;
import org.deltabed.protocol.mistakes.TakesAnyHeartbeatForAll;

/** The seeded mistakes in what may err, each with the properties that it breaks. */
final class PartialSynchronyMistakes {
  static final List<Variant> ALL =
      List.of(
          SeededMistake.of(
              "D3-never-restores",
              "D3",
              "EP",
              NeverRestores::new,
              "suspects for good",
              2,
              0,
              SHOWS_IN_SLOTS,
              "EP: eventual strong accuracy"),
          SeededMistake.of(
              "D3-no-more-time",
              "D3",
              "EP",
              NeverGivesMoreTime::new,
              "keeps a time-out that is too short",
              2,
              0,
              SHOWS_IN_SLOTS,
              "EP: eventual strong accuracy"),
          SeededMistake.of(
              "D3-any-heartbeat",
              "D3",
              "EP",
              TakesAnyHeartbeatForAll::new,
              "takes the heartbeat of one for those of all",
              3,
              1,
              SHOWS_IN_SLOTS,
              "EP: strong completeness"),
          SeededMistake.of(
              "D4-after-last-crashed",
              "D4",
              "le",
              ElectsAfterLastCrashed::new,
              "elects the process after the last that crashed",
              3,
              1,
              SHOWS_IN_SLOTS,
              "le: accuracy"),
          SeededMistake.of(
              "D4-itself",
              "D4",
              "le",
              ElectsItself::new,
              "elects itself as soon as anybody has crashed",
              3,
              1,
              SHOWS_IN_SLOTS,
              "le: accuracy",
              "le: eventual leadership"),
          SeededMistake.of(
              "D4-stays",
              "D4-eventual",
              "le",
              StaysWithTheNextLeader::new,
              "does not go back to a leader that it suspected wrongly",
              2,
              0,
              SHOWS_IN_SLOTS,
              "le: eventual leadership"),
          SeededMistake.of(
              "C3-any-adopted",
              "C3",
              "uc",
              SelectsAnyAdopted::new,
              "selects the first value of a majority, not the latest adopted",
              3,
              1,
              ASYNC_ONLY,
              "uc: uniform agreement"),
          SeededMistake.of(
              "C3-adopts-late",
              "C3",
              "uc",
              AdoptsInRoundsItHasLeft::new,
              "adopts in rounds that it has left",
              3,
              0,
              ASYNC_ONLY,
              "uc: uniform agreement"),
          SeededMistake.of(
              "C3-stays",
              "C3",
              "uc",
              StaysWithSuspectedLeader::new,
              "waits for a leader that it suspects",
              3,
              1,
              SHOWS_IN_SLOTS,
              "uc: termination"),
          SeededMistake.of(
              "C6-keeps-own",
              "C6",
              "uc",
              KeepsItsEstimate::new,
              "keeps its estimate where nobody voted for a value",
              2,
              0,
              SHOWS_IN_SLOTS,
              "uc: termination"),
          SeededMistake.of(
              "C6-one-vote",
              "C6",
              "uc",
              DecidesOnOneVote::new,
              "decides on one vote of the second step",
              3,
              0,
              ASYNC_ONLY,
              "uc: uniform agreement"));

  private PartialSynchronyMistakes() {}
}
