package org.deltabed.lab.report;

import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;

/** The name of a protocol beside its id, such as Uniform hierarchical consensus (C2). */
final class ProtocolName {
  private ProtocolName() {}

  static String of(String id) {
    for (Protocol protocol : Catalogue.protocols()) {
      if (protocol.id().equals(id)) {
        String name = protocol.name().replace('-', ' ');
        return Character.toUpperCase(name.charAt(0)) + name.substring(1) + " (" + id + ")";
      }
    }
    return "Protocol " + id;
  }
}
