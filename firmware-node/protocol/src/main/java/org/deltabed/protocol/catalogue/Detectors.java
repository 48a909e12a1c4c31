package org.deltabed.protocol.catalogue;

import static org.deltabed.protocol.catalogue.Parts.DEPENDABLE;
import static org.deltabed.protocol.catalogue.Parts.NOTES;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Composition;
import org.deltabed.protocol.Composition.Part;
import org.deltabed.protocol.detector.BroadcastFailureDetector;
import org.deltabed.protocol.detector.CommitFailureDetector;
import org.deltabed.protocol.detector.PingPongFailureDetector;
import org.deltabed.protocol.history.Property;
import org.deltabed.protocol.properties.DetectorProperties;

/** The failure detectors. */
final class Detectors {
  /** Two instances of broadcast or commit, the first of which may miss the crash. */
  private static final int EQUIVALENCE_CYCLES = 8;

  static final List<Protocol> ALL =
      List.of(
          new Protocol(
              "D1",
              "ping-pong-failure-detector",
              "perfect failure detector from ping, pong and a timeout",
              Model.SYNCHRONOUS,
              DEPENDABLE + "3.4.1 Implementing P",
              Composition.of(Part.of("P", PingPongFailureDetector::new)),
              "P",
              Workload.NONE,
              2 * PingPongFailureDetector.DELTA_CYCLES + 1,
              DetectorProperties.perfect("P", 2 * PingPongFailureDetector.DELTA_CYCLES + 1)),
          new Protocol(
              "D2",
              "silence-failure-detector",
              "perfect failure detector from silence in a slot",
              Model.FAIL_STOP,
              NOTES + "Perfect Failure Detector",
              Composition.of(Parts.P),
              "P",
              Workload.NONE,
              2,
              DetectorProperties.perfect("P")),
          new Protocol(
              "D5",
              "broadcast-failure-detector",
              "perfect failure detector out of terminating reliable broadcast",
              Model.FAIL_STOP_CYCLES,
              NOTES
                  + "A perfect failure detector is necessary to implement Terminating Reliable"
                  + " Broadcast",
              Composition.of(
                  Part.of("fd", BroadcastFailureDetector::new).uses(Parts.TRB.asFamily()), Parts.P),
              "fd",
              Workload.NONE,
              EQUIVALENCE_CYCLES,
              overP("fd")),
          new Protocol(
              "D5-nbac",
              "commit-failure-detector",
              "perfect failure detector out of non-blocking atomic commit",
              Model.ONE_CRASH_CYCLES,
              NOTES + "Non-Blocking Atomic Commit",
              Composition.of(
                  Part.of("fd", CommitFailureDetector::new).uses(Parts.NBAC.asFamily(), Parts.BEB),
                  Parts.P),
              "fd",
              Workload.NONE,
              EQUIVALENCE_CYCLES,
              overP("fd")));

  private Detectors() {}

  /** What P owes that is made from something made with P. */
  private static List<Property> overP(String instance) {
    List<Property> all =
        new ArrayList<>(DetectorProperties.perfectFromAgreement(instance, EQUIVALENCE_CYCLES));
    all.addAll(DetectorProperties.perfect("P"));
    return all;
  }
}
