package org.deltabed.protocol.catalogue;

import java.util.List;
import org.deltabed.protocol.Composition;
import org.deltabed.protocol.Composition.Part;
import org.deltabed.protocol.properties.PaxosProperties;
import org.deltabed.protocol.properties.PbftProperties;
import org.deltabed.protocol.replication.paxos.MultiPaxos;
import org.deltabed.protocol.replication.pbft.CycleTimer;
import org.deltabed.protocol.replication.pbft.Pbft;
import org.deltabed.protocol.replication.pbft.Replica;

/** Sequences of values, or of requests, that all agree on although nobody is told who crashed. */
final class ReplicatedLogs {
  private static final String EXERCISE = "multipaxos-pbft-exercise, ";

  /** Two until the leader is suspected, a new one, and three values one after the other. */
  private static final int PAXOS_CYCLES = 9;

  /** Two view changes, the second of twice the time-out, and the requests after them. */
  private static final int PBFT_CYCLES = 4 * (int) CycleTimer.FIRST_CYCLES;

  static final List<Protocol> ALL =
      List.of(
          new Protocol(
              "S4",
              "multi-paxos",
              "a sequence of values that all learn alike",
              Model.EVENTUALLY_PERFECT,
              EXERCISE + "Multi-Paxos",
              Composition.of(Part.of("mp", MultiPaxos::new).usesShared("EP"), Parts.EP),
              "mp",
              Workload.PROPOSE_BY_TWO,
              PAXOS_CYCLES,
              PaxosProperties.of("mp", PAXOS_CYCLES)),
          new Protocol(
              "S5",
              "pbft",
              "a replicated state machine with Byzantine replicas",
              Model.BYZANTINE_PARTIAL,
              EXERCISE + "PBFT",
              Composition.of(
                  Part.of("pbft", Pbft::new)
                      .uses(
                          Parts.AL,
                          Part.of("replica", Replica::new)
                              .uses(Parts.AL, Part.of("timer", CycleTimer::new)))),
              "pbft",
              Workload.EXECUTE_BY_LAST_TWO,
              PBFT_CYCLES,
              PbftProperties.of("pbft", "pbft/replica", PBFT_CYCLES),
              new PbftLies()));

  private ReplicatedLogs() {}
}
