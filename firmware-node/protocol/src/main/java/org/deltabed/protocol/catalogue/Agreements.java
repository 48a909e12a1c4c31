package org.deltabed.protocol.catalogue;

import static org.deltabed.protocol.catalogue.Parts.NOTES;

import java.util.List;
import org.deltabed.protocol.Composition;
import org.deltabed.protocol.properties.ConsensusProperties;

/** Consensus, and what is built on it to agree on one value. */
final class Agreements {
  static final List<Protocol> ALL =
      List.of(
          new Protocol(
              "C1",
              "hierarchical-consensus",
              "regular consensus",
              Model.FAIL_STOP,
              NOTES + "Algorithm - Hierarchical Consensus",
              Composition.of(Parts.CONS, Parts.P),
              "cons",
              Workload.PROPOSE,
              2,
              Parts.withUsed(ConsensusProperties.regular("cons"), "cons/beb")),
          new Protocol(
              "C2",
              "uniform-hierarchical-consensus",
              "uniform consensus",
              Model.FAIL_STOP,
              NOTES + "Algorithm - Uniform Hierarchical Consensus",
              Composition.of(Parts.UC, Parts.P),
              "uc",
              Workload.PROPOSE,
              2,
              Parts.withUsed(ConsensusProperties.uniform("uc"), "uc/beb")));

  private Agreements() {}
}
