package org.deltabed.protocol.catalogue;

import static org.deltabed.protocol.catalogue.Parts.NOTES;

import java.util.List;
import org.deltabed.protocol.Composition;
import org.deltabed.protocol.properties.DetectorProperties;

/** The failure detectors. */
final class Detectors {
  static final List<Protocol> ALL =
      List.of(
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
              DetectorProperties.perfect("P")));

  private Detectors() {}
}
