package org.deltabed.protocol.catalogue;

import static org.deltabed.protocol.catalogue.Parts.DEPENDABLE;
import static org.deltabed.protocol.catalogue.Parts.NOTES;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Composition;
import org.deltabed.protocol.Composition.Part;
import org.deltabed.protocol.basic.AsynchronousJobHandler;
import org.deltabed.protocol.basic.JobHandler;
import org.deltabed.protocol.history.Property;
import org.deltabed.protocol.properties.BroadcastProperties;
import org.deltabed.protocol.properties.ClockProperties;
import org.deltabed.protocol.properties.JobProperties;
import org.deltabed.protocol.time.LamportClock;
import org.deltabed.protocol.time.VectorClock;

/** Components by themselves, and logical time. */
final class Basics {
  static final List<Protocol> ALL =
      List.of(
          new Protocol(
              "M1",
              "job-handler",
              "synchronous job handler",
              Model.CRASH,
              DEPENDABLE + "1.1.4 Module Jobhandler",
              Composition.of(Part.of("jh", JobHandler::new)),
              "jh",
              Workload.HANDLE,
              2,
              JobProperties.synchronous("jh")),
          new Protocol(
              "M1-async",
              "asynchronous-job-handler",
              "asynchronous job handler",
              Model.CYCLES,
              DEPENDABLE + "1.1.4 Module Jobhandler",
              Composition.of(Part.of("jh", AsynchronousJobHandler::new)),
              "jh",
              Workload.HANDLE,
              3,
              JobProperties.asynchronous("jh")),
          new Protocol(
              "M2",
              "lamport-clock",
              "Lamport clock",
              Model.CRASH,
              DEPENDABLE + "3.1 Asynchronous System",
              Composition.of(Part.of("lc", LamportClock::new).uses(Parts.BEB)),
              "lc",
              Workload.BROADCAST,
              2,
              overBroadcast(ClockProperties.lamport("lc"), "lc/beb")),
          new Protocol(
              "M2-vector",
              "vector-clock",
              "vector clock",
              Model.CRASH,
              NOTES + "Waiting Causal Broadcast",
              Composition.of(Part.of("vc", VectorClock::new).uses(Parts.BEB)),
              "vc",
              Workload.BROADCAST,
              2,
              overBroadcast(ClockProperties.vector("vc"), "vc/beb")));

  private Basics() {}

  private static List<Property> overBroadcast(List<Property> own, String beb) {
    List<Property> all = new ArrayList<>(own);
    all.addAll(BroadcastProperties.bestEffort(beb));
    return all;
  }
}
