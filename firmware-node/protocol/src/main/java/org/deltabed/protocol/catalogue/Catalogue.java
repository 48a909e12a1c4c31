package org.deltabed.protocol.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Composition;
import org.deltabed.protocol.Composition.Part;
import org.deltabed.protocol.agreement.HierarchicalConsensus;
import org.deltabed.protocol.agreement.UniformHierarchicalConsensus;
import org.deltabed.protocol.broadcast.BestEffortBroadcast;
import org.deltabed.protocol.detector.SilenceFailureDetector;
import org.deltabed.protocol.history.Property;
import org.deltabed.protocol.properties.BroadcastProperties;
import org.deltabed.protocol.properties.ConsensusProperties;
import org.deltabed.protocol.properties.DetectorProperties;

/** Every protocol that works, and (from {@link SeededMistakes}) every seeded mistake. */
public final class Catalogue {
  private static final String NOTES = "distributed-algorithms-notes, ";

  private static final Part P = Part.of("P", SilenceFailureDetector::new);
  private static final Part BEB = Part.of("beb", BestEffortBroadcast::new);

  private static final List<Protocol> PROTOCOLS =
      List.of(
          new Protocol(
              "D2",
              "silence-failure-detector",
              "perfect failure detector from silence in a slot",
              NOTES + "Perfect Failure Detector",
              Composition.of(P),
              "P",
              FirstRequest.NONE,
              DetectorProperties.perfect("P")),
          new Protocol(
              "B1",
              "best-effort-broadcast",
              "best-effort broadcast",
              NOTES + "Best-Effort Broadcast",
              Composition.of(BEB),
              "beb",
              FirstRequest.BROADCAST,
              BroadcastProperties.bestEffort("beb")),
          new Protocol(
              "C1",
              "hierarchical-consensus",
              "regular consensus",
              NOTES + "Algorithm - Hierarchical Consensus",
              Composition.of(
                  Part.of("cons", HierarchicalConsensus::new).uses(BEB).usesShared("P"), P),
              "cons",
              FirstRequest.PROPOSE,
              withUsed(ConsensusProperties.regular("cons"), "cons/beb")),
          new Protocol(
              "C2",
              "uniform-hierarchical-consensus",
              "uniform consensus",
              NOTES + "Algorithm - Uniform Hierarchical Consensus",
              Composition.of(
                  Part.of("uc", UniformHierarchicalConsensus::new).uses(BEB).usesShared("P"), P),
              "uc",
              FirstRequest.PROPOSE,
              withUsed(ConsensusProperties.uniform("uc"), "uc/beb")));

  private Catalogue() {}

  public static List<Protocol> protocols() {
    return PROTOCOLS;
  }

  public static List<Variant> variants() {
    return SeededMistakes.ALL;
  }

  /**
   * The protocol of that id or name, letter case ignored.
   *
   * @throws IllegalArgumentException naming those that there are
   */
  public static Protocol find(String idOrName) {
    return PROTOCOLS.stream()
        .filter(p -> p.id().equalsIgnoreCase(idOrName) || p.name().equalsIgnoreCase(idOrName))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no protocol "
                        + idOrName
                        + "; there are "
                        + PROTOCOLS.stream().map(p -> p.id() + " " + p.name()).toList()));
  }

  /**
   * The seeded mistake of that id, letter case ignored.
   *
   * @throws IllegalArgumentException naming those that there are
   */
  public static Variant variant(String id) {
    return variants().stream()
        .filter(v -> v.id().equalsIgnoreCase(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no variant "
                        + id
                        + "; there are "
                        + variants().stream().map(Variant::id).toList()));
  }

  /** With what is owed by the broadcast and the detector below. */
  private static List<Property> withUsed(List<Property> own, String beb) {
    List<Property> all = new ArrayList<>(own);
    all.addAll(BroadcastProperties.bestEffort(beb));
    all.addAll(DetectorProperties.perfect("P"));
    return all;
  }
}
