package org.deltabed.protocol.catalogue;

import static org.deltabed.protocol.catalogue.Parts.NOTES;

import java.util.List;
import org.deltabed.protocol.Composition;
import org.deltabed.protocol.Composition.Part;
import org.deltabed.protocol.agreement.TwoPhaseCommit;
import org.deltabed.protocol.properties.CommitProperties;
import org.deltabed.protocol.properties.ConsensusProperties;

/** Atomic commit. */
final class Commits {
  static final List<Protocol> ALL =
      List.of(
          new Protocol(
              "A1",
              "non-blocking-atomic-commit",
              "non-blocking atomic commit",
              Model.FAIL_STOP,
              NOTES + "Non-Blocking Atomic Commit",
              Composition.of(Parts.NBAC, Parts.P),
              "nbac",
              Workload.VOTE,
              3,
              Parts.withUsed(
                  CommitProperties.nonBlocking("nbac"),
                  "nbac/beb",
                  ConsensusProperties.uniform("nbac/uc"),
                  "nbac/uc/beb")),
          new Protocol(
              "A2",
              "two-phase-commit",
              "atomic commit that blocks if its coordinator crashes",
              Model.FAIL_STOP,
              NOTES + "Non-Blocking Atomic Commit",
              Composition.of(
                  Part.of("tpc", TwoPhaseCommit::new).uses(Parts.BEB).usesShared("P"), Parts.P),
              "tpc",
              Workload.VOTE,
              3,
              Parts.withUsed(
                  CommitProperties.twoPhase("tpc", TwoPhaseCommit.COORDINATOR), "tpc/beb")));

  private Commits() {}
}
