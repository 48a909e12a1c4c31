package org.deltabed.protocol.catalogue;

import java.util.List;
import java.util.stream.Stream;

/** Every protocol that works, and every seeded mistake. */
public final class Catalogue {
  private static final List<Protocol> PROTOCOLS =
      Stream.of(
              Basics.ALL,
              Links.ALL,
              Detectors.ALL,
              PartialSynchrony.ALL,
              Broadcasts.ALL,
              OrderedBroadcasts.ALL,
              Agreements.ALL,
              Commits.ALL,
              Memberships.ALL,
              Registers.ALL,
              Replications.ALL,
              ReplicatedLogs.ALL,
              Byzantines.ALL)
          .flatMap(List::stream)
          .toList();

  private static final List<Variant> VARIANTS =
      Stream.of(
              BasicMistakes.ALL,
              LinkMistakes.ALL,
              DetectorMistakes.ALL,
              PartialSynchronyMistakes.ALL,
              BroadcastMistakes.ALL,
              OrderedBroadcastMistakes.ALL,
              AgreementMistakes.ALL,
              CommitMistakes.ALL,
              MembershipMistakes.ALL,
              RegisterMistakes.ALL,
              ReplicationMistakes.ALL,
              ReplicatedLogMistakes.ALL,
              ByzantineMistakes.ALL)
          .flatMap(List::stream)
          .toList();

  private Catalogue() {}

  public static List<Protocol> protocols() {
    return PROTOCOLS;
  }

  public static List<Variant> variants() {
    return VARIANTS;
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
                        + String.join(", ", PROTOCOLS.stream().map(Protocol::id).toList())));
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
                    "no seeded mistake " + id + "; the page of each protocol lists its own"));
  }
}
