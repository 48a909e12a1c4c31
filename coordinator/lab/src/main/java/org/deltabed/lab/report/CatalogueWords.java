package org.deltabed.lab.report;

import org.deltabed.checker.PropertyFinding;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.history.Property;

/** What the catalogue calls a protocol and how its properties are worded on their page. */
final class CatalogueWords {
  private CatalogueWords() {}

  /** The name beside the id, such as Uniform hierarchical consensus (C2). */
  static String name(String id) {
    for (Protocol protocol : Catalogue.protocols()) {
      if (protocol.id().equals(id)) {
        String name = protocol.name().replace('-', ' ');
        return Character.toUpperCase(name.charAt(0)) + name.substring(1) + " (" + id + ")";
      }
    }
    return "Protocol " + id;
  }

  /** The page's sentence; empty for a property that this catalogue does not know. */
  static String sentence(String id, PropertyFinding finding) {
    for (Protocol protocol : Catalogue.protocols()) {
      if (protocol.id().equals(id)) {
        for (Property property : protocol.properties()) {
          if (property.name().equals(finding.name())
              && property.instance().equals(finding.instance())) {
            return property.sentence();
          }
        }
      }
    }
    return "";
  }
}
