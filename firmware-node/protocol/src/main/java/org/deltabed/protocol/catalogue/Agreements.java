package org.deltabed.protocol.catalogue;

import static org.deltabed.protocol.catalogue.OrderedBroadcasts.TOTAL_CYCLES;
import static org.deltabed.protocol.catalogue.OrderedBroadcasts.UNIFORM_TOTAL_CYCLES;
import static org.deltabed.protocol.catalogue.Parts.NOTES;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Composition;
import org.deltabed.protocol.Composition.Part;
import org.deltabed.protocol.agreement.EarlyDecidingConsensus;
import org.deltabed.protocol.agreement.FloodSet;
import org.deltabed.protocol.agreement.TotalOrderConsensus;
import org.deltabed.protocol.broadcast.TotalOrderBroadcast;
import org.deltabed.protocol.broadcast.UniformTotalOrderBroadcast;
import org.deltabed.protocol.history.Property;
import org.deltabed.protocol.properties.ConsensusProperties;
import org.deltabed.protocol.properties.TerminatingBroadcastProperties;
import org.deltabed.protocol.properties.TotalOrderProperties;

/** Consensus, and what is built on it to agree on one value. */
final class Agreements {
  private static final String BEYOND = "beyond the notes: ";

  /** A round is a cycle, and as many as n = 5 needs; runs last twice as long. */
  private static final int ROUNDS_MAX = 5;

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
              "C5",
              "early-deciding-consensus",
              "uniform consensus in min(f'+2, f+1) rounds",
              Model.ROUNDS,
              BEYOND + "Charron-Bost and Schiper, Uniform consensus is harder than consensus",
              Composition.of(Part.of("uc", EarlyDecidingConsensus::new)),
              "uc",
              Workload.PROPOSE_COMPARABLE,
              ROUNDS_MAX,
              early("uc")),
          new Protocol(
              "C5-slots",
              "uniform-consensus-in-slots",
              "uniform consensus in f+1 slots",
              Model.FAIL_STOP_F,
              BEYOND + "Uniform Hierarchical Consensus with f+1 leaders",
              Composition.of(Parts.UC_IN_SLOTS, Parts.P),
              "uc",
              Workload.PROPOSE,
              2,
              Parts.withUsed(ConsensusProperties.uniform("uc"), "uc/beb")),
          new Protocol(
              "FS",
              "flood-set",
              "uniform consensus in f+1 rounds",
              Model.ROUNDS,
              BEYOND + "Lynch, Distributed Algorithms, FloodSet",
              Composition.of(Part.of("uc", FloodSet::new)),
              "uc",
              Workload.PROPOSE_COMPARABLE,
              ROUNDS_MAX,
              ConsensusProperties.uniformInRounds("uc")),
          new Protocol(
              "C4",
              "total-order-consensus",
              "regular consensus from total order broadcast",
              Model.FAIL_STOP,
              NOTES + "Total Order Broadcast",
              Composition.of(
                  fromTotalOrder(Parts.RB, Parts.CONS, TotalOrderBroadcast::new), Parts.P),
              "cons",
              Workload.PROPOSE,
              TOTAL_CYCLES,
              over(
                  ConsensusProperties.regular("cons", TOTAL_CYCLES),
                  OrderedBroadcasts.overReliable(
                      "cons/tob", TOTAL_CYCLES, TotalOrderProperties.totalOrder("cons/tob")))),
          new Protocol(
              "C4-uniform",
              "uniform-total-order-consensus",
              "uniform consensus from uniform total order broadcast",
              Model.FAIL_STOP,
              NOTES + "Total Order Broadcast",
              Composition.of(
                  fromTotalOrder(Parts.URB, Parts.UC, UniformTotalOrderBroadcast::new), Parts.P),
              "cons",
              Workload.PROPOSE,
              UNIFORM_TOTAL_CYCLES,
              over(
                  ConsensusProperties.uniform("cons", UNIFORM_TOTAL_CYCLES),
                  OrderedBroadcasts.overUniform(
                      "cons/tob",
                      UNIFORM_TOTAL_CYCLES,
                      TotalOrderProperties.uniformTotalOrder("cons/tob")))),
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

  /** The tower that goes once round: consensus over total order broadcast over consensus. */
  private static Part fromTotalOrder(
      Part broadcast, Part consensus, Function<Component.Context, Component<?>> tob) {
    return Part.of("cons", TotalOrderConsensus::new)
        .uses(Part.of("tob", tob).uses(broadcast, consensus.asFamily()));
  }

  private static List<Property> over(List<Property> own, List<Property> used) {
    return Stream.concat(own.stream(), used.stream()).toList();
  }

  private static List<Property> early(String instance) {
    List<Property> properties = new ArrayList<>(ConsensusProperties.uniformInRounds(instance));
    properties.add(ConsensusProperties.earlyDecision(instance));
    return properties;
  }
}
