package org.deltabed.protocol.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  @Test
  void findsByIdAndByName() {
    assertSame(Catalogue.find("C2"), Catalogue.find("uniform-hierarchical-consensus"));
    assertSame(Catalogue.find("c1"), Catalogue.find("Hierarchical-Consensus"));
    assertEquals("C2", Catalogue.variant("x03").protocol().id());
  }

  @Test
  void saysWhatThereIs() {
    String noProtocol =
        assertThrows(IllegalArgumentException.class, () -> Catalogue.find("C9")).getMessage();
    assertTrue(noProtocol.contains("C2 uniform-hierarchical-consensus"), noProtocol);
    String noVariant =
        assertThrows(IllegalArgumentException.class, () -> Catalogue.variant("X99")).getMessage();
    assertTrue(noVariant.contains("X03"), noVariant);
  }

  @Test
  void idsAndPropertiesAreUnique() {
    TreeSet<String> ids = new TreeSet<>();
    Catalogue.protocols()
        .forEach(protocol -> assertTrue(ids.add(protocol.id()) && ids.add(protocol.name())));
    Catalogue.variants().forEach(variant -> assertTrue(ids.add(variant.id())));
    for (Protocol protocol : Catalogue.protocols()) {
      TreeSet<String> properties = new TreeSet<>();
      protocol
          .properties()
          .forEach(property -> assertTrue(properties.add(property.id()), property.id()));
    }
  }
}
