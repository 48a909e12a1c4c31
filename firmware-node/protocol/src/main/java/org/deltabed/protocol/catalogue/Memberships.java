package org.deltabed.protocol.catalogue;

import java.util.List;

/** Group membership, view synchrony and replication. */
final class Memberships {
  static final List<Protocol> ALL = List.of();

  private Memberships() {}
}
