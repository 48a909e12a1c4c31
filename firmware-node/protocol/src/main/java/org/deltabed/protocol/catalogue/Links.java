package org.deltabed.protocol.catalogue;

import java.util.List;

/** The links. */
final class Links {
  static final List<Protocol> ALL = List.of();

  private Links() {}
}
