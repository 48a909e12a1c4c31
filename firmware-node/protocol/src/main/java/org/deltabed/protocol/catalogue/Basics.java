package org.deltabed.protocol.catalogue;

import java.util.List;

/** Components by themselves, and logical time. */
final class Basics {
  static final List<Protocol> ALL = List.of();

  private Basics() {}
}
