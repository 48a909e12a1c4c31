package org.deltabed.protocol.catalogue;

import static org.deltabed.protocol.catalogue.Parts.NOTES;

import java.util.List;
import org.deltabed.protocol.Composition;
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
                  "nbac/uc/beb")));

  private Commits() {}
}
