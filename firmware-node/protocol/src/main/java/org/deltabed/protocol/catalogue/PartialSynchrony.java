package org.deltabed.protocol.catalogue;

import static org.deltabed.protocol.catalogue.Parts.DEPENDABLE;
import static org.deltabed.protocol.catalogue.Parts.NOTES;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Composition;
import org.deltabed.protocol.Composition.Part;
import org.deltabed.protocol.agreement.MajorityVotingConsensus;
import org.deltabed.protocol.agreement.RotatingLeaderConsensus;
import org.deltabed.protocol.detector.EventualLeaderElection;
import org.deltabed.protocol.detector.LeaderElection;
import org.deltabed.protocol.history.Property;
import org.deltabed.protocol.properties.BroadcastProperties;
import org.deltabed.protocol.properties.ConsensusProperties;
import org.deltabed.protocol.properties.DetectorProperties;
import org.deltabed.protocol.properties.EventualDetectorProperties;
import org.deltabed.protocol.properties.LeaderProperties;
import org.deltabed.protocol.properties.ReliableBroadcastProperties;

/** What there is between synchrony and none: detectors that may err, leaders, and consensus. */
final class PartialSynchrony {
  /** A crash is suspected within two, a time-out that has doubled once or twice takes four more. */
  private static final int DETECTION_CYCLES = 7;

  /** Two until the leader is suspected, three for each round, and the decision's relay. */
  private static final int ROTATING_CYCLES = 7;

  private static final int VOTING_CYCLES = 5;

  static final List<Protocol> ALL =
      List.of(
          new Protocol(
              "D3",
              "eventually-perfect-detector",
              "eventually perfect failure detector from heartbeats and a time-out that doubles",
              Model.PARTIALLY_SYNCHRONOUS,
              NOTES + "Eventually Perfect Failure Detector",
              Composition.of(Parts.EP),
              "EP",
              Workload.NONE,
              DETECTION_CYCLES,
              EventualDetectorProperties.eventuallyPerfect("EP")),
          new Protocol(
              "D4",
              "leader-election",
              "leader election from the perfect failure detector",
              Model.FAIL_STOP,
              DEPENDABLE + "3.4 Abstracting Time",
              Composition.of(Part.of("le", LeaderElection::new).usesShared("P"), Parts.P),
              "le",
              Workload.NONE,
              2,
              and(LeaderProperties.withAccuracy("le", 2), DetectorProperties.perfect("P"))),
          new Protocol(
              "D4-eventual",
              "eventual-leader-election",
              "eventual leader from the eventually perfect failure detector",
              Model.PARTIALLY_SYNCHRONOUS,
              DEPENDABLE + "3.4 Abstracting Time",
              Composition.of(Part.of("le", EventualLeaderElection::new).usesShared("EP"), Parts.EP),
              "le",
              Workload.NONE,
              DETECTION_CYCLES,
              and(
                  LeaderProperties.eventual("le", DETECTION_CYCLES),
                  EventualDetectorProperties.eventuallyPerfect("EP"))),
          new Protocol(
              "C3",
              "rotating-leader-consensus",
              "uniform consensus with a majority and an eventually perfect detector",
              Model.EVENTUALLY_PERFECT,
              NOTES + "Consensus Algorithm 3",
              Composition.of(
                  Part.of("uc", RotatingLeaderConsensus::new)
                      .uses(Parts.BEB, Parts.EAGER_RB)
                      .usesShared("EP"),
                  Parts.EP),
              "uc",
              Workload.PROPOSE,
              ROTATING_CYCLES,
              rotating("uc")),
          new Protocol(
              "C6",
              "majority-voting-consensus",
              "consensus by majority votes, which the adversary of FLP keeps from deciding",
              Model.ASYNCHRONOUS,
              NOTES + "FLP Impossibility Result",
              Composition.of(Part.of("uc", MajorityVotingConsensus::new).uses(Parts.BEB)),
              "uc",
              Workload.PROPOSE_COMPARABLE,
              VOTING_CYCLES,
              Parts.withBroadcast(
                  ConsensusProperties.uniformWithoutDelta("uc", VOTING_CYCLES), "uc/beb")));

  private PartialSynchrony() {}

  private static List<Property> rotating(String instance) {
    List<Property> all =
        new ArrayList<>(ConsensusProperties.uniformWithoutDelta(instance, ROTATING_CYCLES));
    all.addAll(BroadcastProperties.bestEffort(instance + "/beb"));
    all.addAll(ReliableBroadcastProperties.regular(instance + "/rb", Broadcasts.RELIABLE_CYCLES));
    all.addAll(BroadcastProperties.bestEffort(instance + "/rb/beb"));
    all.addAll(EventualDetectorProperties.eventuallyPerfect("EP"));
    return all;
  }

  private static List<Property> and(List<Property> own, List<Property> ofUsed) {
    List<Property> all = new ArrayList<>(own);
    all.addAll(ofUsed);
    return all;
  }
}
