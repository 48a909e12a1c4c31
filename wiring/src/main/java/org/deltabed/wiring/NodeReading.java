package org.deltabed.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The nodes of a description that the schema has found good. */
final class NodeReading {

  private NodeReading() {}

  /** The nodes in the order of the file. */
  static List<NodeSpec> nodes(JsonNode list) {
    List<NodeSpec> nodes = new ArrayList<>();
    list.forEach(node -> nodes.add(node(node)));
    return nodes;
  }

  private static NodeSpec node(JsonNode node) {
    int id = node.path("id").intValue();
    Map<String, PinWire> wires = new TreeMap<>();
    node.path("pins").properties().forEach(pin -> wires.put(pin.getKey(), wire(pin.getValue())));
    return new NodeSpec(
        id,
        node.path("name").asString("node" + id),
        node.path("slot").intValue(),
        node.path("serial").asString(),
        wires,
        power(node.path("power")),
        new BoardSpec(
            node.path("board").asString(""),
            node.path("adapter").asString(""),
            node.path("direction").asString("auto")));
  }

  private static PinWire wire(JsonNode pin) {
    return pin.isString()
        ? PinWire.joined(pin.asString())
        : new PinWire(
            pin.path("node").asString(""),
            pin.path("coordinator").asString(""),
            pin.path("colour").asString(""));
  }

  private static PowerSpec power(JsonNode power) {
    if (power.isString()) {
      return PowerSpec.by(power.asString());
    }
    Map<String, String> settings = new TreeMap<>();
    power.properties().forEach(it -> settings.put(it.getKey(), it.getValue().asString()));
    String by = settings.remove("by");
    return new PowerSpec(by, settings);
  }
}
