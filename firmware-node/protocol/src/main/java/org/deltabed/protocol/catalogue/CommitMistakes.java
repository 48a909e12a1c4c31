package org.deltabed.protocol.catalogue;

import static org.deltabed.protocol.catalogue.SeededMistake.SHOWS_IN_SLOTS;

import java.util.List;
import org.deltabed.protocol.agreement.HierarchicalConsensus;
import org.deltabed.protocol.mistakes.AbortsUnlessAllHaveVoted;
import org.deltabed.protocol.mistakes.AbortsWithoutCoordinator;
import org.deltabed.protocol.mistakes.CoordinatorWaitsForEveryVote;
import org.deltabed.protocol.mistakes.IgnoresMissingVotes;
import org.deltabed.protocol.mistakes.WaitsForEveryVote;
import org.deltabed.protocol.properties.CommitProperties;

/** The seeded mistakes in atomic commit, each with the properties that it breaks. */
final class CommitMistakes {
  static final List<Variant> ALL =
      List.of(
          SeededMistake.of(
              "A1-regular",
              "A1",
              "nbac/uc",
              HierarchicalConsensus::new,
              "regular consensus where the uniform one is used",
              2,
              1,
              SHOWS_IN_SLOTS,
              "nbac: agreement",
              "nbac/uc: uniform agreement"),
          SeededMistake.of(
              "A1-ignores-missing-votes",
              "A1",
              "nbac",
              IgnoresMissingVotes::new,
              "proposes to commit although somebody crashed before its vote came",
              2,
              1,
              SHOWS_IN_SLOTS,
              "nbac: commit-validity"),
          SeededMistake.of(
              "A1-impatient",
              "A1",
              "nbac",
              AbortsUnlessAllHaveVoted::new,
              "aborts unless all votes are in when its own is",
              2,
              0,
              SHOWS_IN_SLOTS,
              "nbac: abort-validity"),
          SeededMistake.of(
              "A1-blocks",
              "A1",
              "nbac",
              WaitsForEveryVote::new,
              "waits for the votes of those that crashed, too",
              2,
              1,
              SHOWS_IN_SLOTS,
              "nbac: termination"),
          SeededMistake.claiming(
              "A2-as-non-blocking",
              "A2",
              CommitProperties.nonBlocking("tpc"),
              "two-phase commit where the non-blocking one is promised",
              2,
              1,
              SHOWS_IN_SLOTS,
              "tpc: termination"),
          SeededMistake.of(
              "A2-gives-up",
              "A2",
              "tpc",
              AbortsWithoutCoordinator::new,
              "aborts when the coordinator crashed, which may have committed",
              2,
              1,
              SHOWS_IN_SLOTS,
              "tpc: agreement"),
          SeededMistake.of(
              "A2-waits-for-all",
              "A2",
              "tpc",
              CoordinatorWaitsForEveryVote::new,
              "the coordinator waits for the votes of those that crashed, too",
              2,
              1,
              SHOWS_IN_SLOTS,
              "tpc: termination unless the coordinator crashes"));

  private CommitMistakes() {}
}
