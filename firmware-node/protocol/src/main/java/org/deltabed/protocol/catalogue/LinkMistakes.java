package org.deltabed.protocol.catalogue;

import java.util.List;

/** The seeded mistakes in those of {@link Links}, each with the properties that it breaks. */
final class LinkMistakes {
  static final List<Variant> ALL = List.of();

  private LinkMistakes() {}
}
