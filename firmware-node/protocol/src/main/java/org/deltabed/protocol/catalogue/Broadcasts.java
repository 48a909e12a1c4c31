package org.deltabed.protocol.catalogue;

import static org.deltabed.protocol.catalogue.Parts.NOTES;

import java.util.List;
import org.deltabed.protocol.Composition;
import org.deltabed.protocol.properties.BroadcastProperties;

/** The broadcast abstractions. */
final class Broadcasts {
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
              BroadcastProperties.bestEffort("beb")));

  private Broadcasts() {}
}
