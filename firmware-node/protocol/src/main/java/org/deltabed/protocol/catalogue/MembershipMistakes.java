package org.deltabed.protocol.catalogue;

import java.util.List;

/** The seeded mistakes in those of {@link Memberships}, each with the properties that it breaks. */
final class MembershipMistakes {
  static final List<Variant> ALL = List.of();

  private MembershipMistakes() {}
}
