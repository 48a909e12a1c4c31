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
    throw new IllegalArgumentException("no protocol " + idOrName);
  }

  /**
   * The seeded mistake of that id.
   *
   * @throws IllegalArgumentException naming those that there are
   */
  public static Variant variant(String id) {
    throw new IllegalArgumentException("no variant " + id);
  }
}
