package org.deltabed.protocol.catalogue;

import static org.deltabed.protocol.catalogue.Parts.NOTES;

import java.util.List;
import org.deltabed.protocol.Composition;
import org.deltabed.protocol.properties.ConsensusProperties;
import org.deltabed.protocol.properties.TerminatingBroadcastProperties;

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
              Parts.withUsed(ConsensusProperties.uniform("uc"), "uc/beb")),
          new Protocol(
              "T1",
              "terminating-reliable-broadcast",
              "terminating reliable broadcast",
              Model.FAIL_STOP,
              NOTES + "Terminating Reliable Broadcast",
              Composition.of(Parts.TRB, Parts.P),
              "trb",
              Workload.BROADCAST_BY_FIRST,
              3,
              Parts.withUsed(
                  TerminatingBroadcastProperties.regular("trb", 1),
                  "trb/beb",
                  ConsensusProperties.regular("trb/cons"),
                  "trb/cons/beb")),
          new Protocol(
              "T1-uniform",
              "uniform-terminating-reliable-broadcast",
              "uniform terminating reliable broadcast",
              Model.FAIL_STOP,
              NOTES + "Terminating Reliable Broadcast",
              Composition.of(Parts.UNIFORM_TRB, Parts.P),
              "trb",
              Workload.BROADCAST_BY_FIRST,
              3,
              Parts.withUsed(
                  TerminatingBroadcastProperties.uniform("trb", 1),
                  "trb/beb",
                  ConsensusProperties.uniform("trb/cons"),
                  "trb/cons/beb")));

  private Agreements() {}
}
