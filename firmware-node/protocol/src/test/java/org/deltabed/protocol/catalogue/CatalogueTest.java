package org.deltabed.protocol.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.NewView;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Stack;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.View;
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
    assertTrue(noProtocol.contains("C1, C2, C5"), noProtocol);
    String noVariant =
        assertThrows(IllegalArgumentException.class, () -> Catalogue.variant("X99")).getMessage();
    assertTrue(noVariant.contains("X99"), noVariant);
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

  @Test
  void everyProtocolUnderstandsWhatAPlansValueBecomes() {
    for (Protocol protocol : Catalogue.protocols()) {
      List<Event> requests = new ArrayList<>();
      Stack stack =
          new Stack(protocol.composition(), 1, 1, 0, requestsAt(protocol.top(), requests));
      stack.init();
      List<Event> asked = protocol.workload().requests(1, 1, new Num(5), 2);
      asked.forEach(request -> stack.request(protocol.top(), request));
      assertEquals(asked, requests, protocol.id());
    }
  }

  private static Stack.Output requestsAt(String top, List<Event> requests) {
    return new Stack.Output() {
      @Override
      public void send(String instance, Value message) {}

      @Override
      public void event(String instance, Direction direction, Event event) {
        if (instance.equals(top) && direction == Direction.REQUEST) {
          requests.add(event);
        }
      }
    };
  }

  /** Whoever counts on P being there says so; in rounds and synchronous systems it can be made. */
  @Test
  void whatStandsOnPIsForAModelWithP() {
    for (Protocol protocol : Catalogue.protocols()) {
      boolean standsOnP =
          !protocol.top().equals("P")
              && protocol.properties().stream().anyMatch(p -> p.instance().equals("P"));
      assertEquals(
          standsOnP || protocol.id().equals("D2"),
          protocol.model().toString().startsWith("fail-stop"),
          protocol.id());
    }
  }

  @Test
  void whatIsPacedByCyclesIsSoWithPToo() {
    for (String id : List.of("D5", "D5-nbac")) {
      Model model = Catalogue.find(id).model();
      assertTrue(model.isPacedByCycles() && !model.isAsynchronous(), id);
      assertFalse(model.everyMessageInTime(), id);
    }
    assertEquals(2, Catalogue.find("D5").model().crashesMax(3));
    assertEquals(1, Catalogue.find("D5-nbac").model().crashesMax(3));
  }

  @Test
  void aSeededMistakeTakesTheSameRequestAsTheCorrectProtocol() {
    for (Variant variant : Catalogue.variants()) {
      assertEquals(
          Catalogue.find(variant.protocol().id()).workload(),
          variant.protocol().workload(),
          variant.id());
    }
  }

  /**
   * What a crashed process has installed counts against the others, and what it delivered does not.
   */
  @Test
  void aViewIsDurableAndARegularDeliveryIsNot() {
    Protocol g1 = Catalogue.find("G1");
    assertTrue(g1.isDurable(new NewView(new View(1, ProcessSet.of(1)))));
    assertFalse(Catalogue.find("G3").isDurable(new Deliver(1, new Num(5))));
  }
}
