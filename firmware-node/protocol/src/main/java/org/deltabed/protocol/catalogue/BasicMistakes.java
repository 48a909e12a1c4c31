package org.deltabed.protocol.catalogue;

import java.util.List;

/** The seeded mistakes in those of {@link Basics}, each with the properties that it breaks. */
final class BasicMistakes {
  static final List<Variant> ALL = List.of();

  private BasicMistakes() {}
}
