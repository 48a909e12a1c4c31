package org.deltabed.protocol.catalogue;

import java.util.List;

/** Every protocol that works, and every seeded mistake. */
public final class Catalogue {
  private Catalogue() {}

  public static List<Protocol> protocols() {
    return List.of();
  }

  public static List<Variant> variants() {
    return List.of();
  }

  /**
   * The protocol of that id or name, letter case ignored.
   *
   * @throws IllegalArgumentException naming those that there are
   */
  public static Protocol find(String idOrName) {
    return protocols().stream()
        .filter(p -> p.id().equalsIgnoreCase(idOrName) || p.name().equalsIgnoreCase(idOrName))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no protocol "
                        + idOrName
                        + "; there are "
                        + protocols().stream().map(p -> p.id() + " " + p.name()).toList()));
  }

  /**
   * The seeded mistake of that id.
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
}
