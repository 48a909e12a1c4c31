package org.deltabed.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The section {@code virtual} of a description that the schema has found good. */
final class VirtualReading {

  private static final long NS_PER_US = 1_000;
  private static final Set<String> KINDS =
      Set.of("swapped", "dead", "shorted", "noTerminator", "baudRate", "claimsId");

  private VirtualReading() {}

  static VirtualSpec of(JsonNode virtual, YamlDocument document) {
    List<VirtualSpec.SkewedClock> clocks = new ArrayList<>();
    for (JsonNode clock : virtual.path("clocks")) {
      clocks.add(
          new VirtualSpec.SkewedClock(
              clock.path("node").intValue(),
              clock.path("offsetUs").asLong(0) * NS_PER_US,
              clock.path("driftPpm").asInt(0)));
    }
    List<Miswiring> miswired = new ArrayList<>();
    for (JsonNode it : virtual.path("miswired")) {
      miswired.add(miswiring(it, "/virtual/miswired/" + miswired.size(), document));
    }
    return new VirtualSpec(clocks, miswired);
  }

  private static Miswiring miswiring(JsonNode it, String pointer, YamlDocument document) {
    List<String> kinds = KINDS.stream().filter(it::has).toList();
    if (kinds.size() != 1) {
      throw document.bad(
          pointer,
          "one mistake is said by one of " + KINDS.stream().sorted().toList(),
          "write, for example, {swapped: [1, 2], use: alive}");
    }
    String kind = kinds.getFirst();
    String use = it.path("use").asString("");
    boolean ofWire = Set.of("swapped", "dead", "shorted").contains(kind);
    if (ofWire == use.isEmpty()) {
      throw document.bad(
          pointer,
          ofWire ? "which wire is " + kind + "?" : "a use does not go with " + kind,
          ofWire ? "add use: alive, or another one" : "remove it");
    }
    boolean ofNode = Set.of("baudRate", "claimsId").contains(kind);
    if (ofNode != it.has("node")) {
      throw document.bad(
          pointer,
          ofNode ? "whose " + kind + "?" : "a node does not go with " + kind,
          ofNode ? "add node: and its id" : "remove it");
    }
    int node = it.path("node").asInt(0);
    JsonNode value = it.path(kind);
    return switch (kind) {
      case "swapped" ->
          new Miswiring.Swapped(value.get(0).intValue(), value.get(1).intValue(), use);
      case "shorted" ->
          new Miswiring.Shorted(value.get(0).intValue(), value.get(1).intValue(), use);
      case "dead" -> new Miswiring.Dead(value.intValue(), use);
      case "noTerminator" -> new Miswiring.NoTerminator();
      case "baudRate" -> new Miswiring.WrongBaudRate(node, value.intValue());
      default -> new Miswiring.ClaimsId(node, value.intValue());
    };
  }
}
