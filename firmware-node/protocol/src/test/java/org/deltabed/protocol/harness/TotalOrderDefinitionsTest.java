package org.deltabed.protocol.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.history.Property;
import org.deltabed.protocol.properties.TotalOrderProperties;
import org.junit.jupiter.api.Test;

/** Which of the notes' three definitions of total order each form keeps, regular and uniform. */
class TotalOrderDefinitionsTest {
  private static List<Property> regular(String top) {
    return List.of(
        TotalOrderProperties.totalOrder(top),
        TotalOrderProperties.orderOfPairs(top),
        TotalOrderProperties.orderOfHistories(top));
  }

  private static List<Property> uniform(String top) {
    return List.of(
        TotalOrderProperties.uniformTotalOrder(top),
        TotalOrderProperties.uniformOrderOfPairs(top),
        TotalOrderProperties.uniformOrderOfHistories(top));
  }

  private static Set<String> broken(Protocol protocol, List<Property> definitions) {
    Protocol judged = protocol.judgedBy(definitions);
    Set<String> broken = new TreeSet<>(SlotExplorer.exhaust(judged, 3, 2).broken.keySet());
    broken.addAll(AsyncExplorer.explore(judged, 2, 1, true).broken.keySet());
    return broken;
  }

  @Test
  void overRegularConsensusAllThreeHoldOfCorrectProcesses() {
    assertEquals(Set.of(), broken(Catalogue.find("B10"), regular("tob")));
  }

  @Test
  void overRegularConsensusNoneHoldsOfAnyProcess() {
    assertEquals(
        Set.of(
            "tob: uniform total order",
            "tob: uniform total order of pairs",
            "tob: uniform total order of histories"),
        broken(Catalogue.find("B10"), uniform("tob")));
  }

  @Test
  void overUniformConsensusAllThreeHoldOfAnyProcess() {
    Protocol uniform = Catalogue.find("B10-uniform");
    assertEquals(Set.of(), broken(uniform, uniform("utob")));
  }

  /** What the notes say is enough: uniform broadcast below, and consensus as it was. */
  @Test
  void uniformBroadcastDoesNotMakeItUniform() {
    Protocol literal = Catalogue.variant("B10-regular-consensus").protocol();
    assertEquals(
        Set.of(
            "utob: uniform total order",
            "utob: uniform total order of pairs",
            "utob: uniform total order of histories"),
        broken(literal, uniform("utob")));
  }

  /** Departure 2 of B10-uniform: over C2 the broadcast below may be the regular one. */
  @Test
  void regularBroadcastUnderUniformConsensusDoesNoHarm() {
    Protocol uniform = Catalogue.find("B10-uniform");
    Protocol overLazy =
        uniform.with(
            uniform
                .composition()
                .swap(
                    "utob/urb",
                    part ->
                        part.madeBy(org.deltabed.protocol.broadcast.LazyReliableBroadcast::new)));
    List<Property> own =
        uniform.properties().stream().filter(p -> p.instance().equals("utob")).toList();
    Protocol judged = overLazy.judgedBy(own);
    assertEquals(Map.of(), SlotExplorer.exhaust(judged, 3, 2).broken);
    assertEquals(Map.of(), AsyncExplorer.explore(judged, 2, 1, true).broken);
  }
}
