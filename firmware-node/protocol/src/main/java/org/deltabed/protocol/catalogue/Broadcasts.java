package org.deltabed.protocol.catalogue;

import static org.deltabed.protocol.catalogue.Parts.DEPENDABLE;
import static org.deltabed.protocol.catalogue.Parts.NOTES;

import java.util.List;
import org.deltabed.protocol.Composition;
import org.deltabed.protocol.Composition.Part;
import org.deltabed.protocol.broadcast.EagerReliableBroadcast;
import org.deltabed.protocol.broadcast.MajorityUniformBroadcast;
import org.deltabed.protocol.properties.BroadcastProperties;
import org.deltabed.protocol.properties.ReliableBroadcastProperties;

/** The broadcast abstractions that promise no order. */
final class Broadcasts {
  /** A crash is heard within one, what it cut short is relayed in another, and acknowledged. */
  static final int RELIABLE_CYCLES = 3;

  static final int UNIFORM_CYCLES = 4;

  static final List<Protocol> ALL =
      List.of(
          new Protocol(
              "B1",
              "best-effort-broadcast",
              "best-effort broadcast",
              Model.CRASH,
              NOTES + "Best-Effort Broadcast",
              Composition.of(Parts.BEB),
              "beb",
              Workload.BROADCAST,
              2,
              BroadcastProperties.bestEffort("beb")),
          new Protocol(
              "B2",
              "lazy-reliable-broadcast",
              "regular reliable broadcast",
              Model.FAIL_STOP,
              NOTES + "Regular Reliable Broadcast",
              Composition.of(Parts.RB, Parts.P),
              "rb",
              Workload.BROADCAST,
              RELIABLE_CYCLES,
              Parts.withUsed(ReliableBroadcastProperties.regular("rb", RELIABLE_CYCLES), "rb/beb")),
          new Protocol(
              "B3",
              "eager-reliable-broadcast",
              "regular reliable broadcast",
              Model.CRASH,
              DEPENDABLE + "7.5 EAGER Reliable Broadcast",
              Composition.of(Part.of("rb", EagerReliableBroadcast::new).uses(Parts.BEB)),
              "rb",
              Workload.BROADCAST,
              RELIABLE_CYCLES,
              Parts.withBroadcast(
                  ReliableBroadcastProperties.regular("rb", RELIABLE_CYCLES), "rb/beb")),
          new Protocol(
              "B4",
              "all-ack-uniform-broadcast",
              "uniform reliable broadcast",
              Model.FAIL_STOP,
              NOTES + "Uniform Reliable Broadcast",
              Composition.of(Parts.URB, Parts.P),
              "urb",
              Workload.BROADCAST,
              UNIFORM_CYCLES,
              Parts.withUsed(
                  ReliableBroadcastProperties.uniform("urb", UNIFORM_CYCLES), "urb/beb")),
          new Protocol(
              "B5",
              "majority-ack-uniform-broadcast",
              "uniform reliable broadcast",
              Model.MAJORITY,
              DEPENDABLE + "7.6.2 Implementation of URB",
              Composition.of(Part.of("urb", MajorityUniformBroadcast::new).uses(Parts.BEB)),
              "urb",
              Workload.BROADCAST,
              UNIFORM_CYCLES,
              Parts.withBroadcast(
                  ReliableBroadcastProperties.uniform("urb", UNIFORM_CYCLES), "urb/beb")));

  private Broadcasts() {}
}
