package org.deltabed.wiring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Rules about the list of nodes that a schema cannot say (F41). */
final class NodeRules {
  /** Settings without which a driver cannot work. */
  private static final Map<String, Set<String>> NEEDED =
      Map.of(
          "process", Set.of(),
          "relay", Set.of(),
          "person", Set.of(),
          "tasmota", Set.of("topic"),
          "shelly", Set.of("topic"),
          "command", Set.of("on", "off"),
          "usb-relay", Set.of("device", "channel"));

  /** Settings that it takes beyond them. */
  private static final Map<String, Set<String>> ALLOWED =
      Map.of(
          "process", Set.of(),
          "relay", Set.of("activeLow", "confirmMs"),
          "person", Set.of("confirmMs"),
          "tasmota", Set.of("confirmMs"),
          "shelly", Set.of("generation", "confirmMs"),
          "command", Set.of("state", "onWords", "offWords", "confirmMs"),
          "usb-relay", Set.of("protocol", "confirmMs"));

  private final List<NodeSpec> nodes;
  private final YamlDocument document;

  private NodeRules(List<NodeSpec> nodes, YamlDocument document) {
    this.nodes = nodes;
    this.document = document;
  }

  /**
   * @param nodes in the order of the file
   */
  static void check(List<NodeSpec> nodes, YamlDocument document) {
    NodeRules rules = new NodeRules(nodes, document);
    rules.checkOnce("id", NodeSpec::id, "give each node its own id");
    rules.checkOnce("slot", NodeSpec::slot, "give each node its own slot, 0 to n - 1");
    rules.checkOnce("name", NodeSpec::name, "give each node its own name");
    rules.checkNoHoles();
    rules.checkOneKindOfBus();
    rules.checkPower();
  }

  private <T> void checkOnce(String key, Function<NodeSpec, T> value, String remedy) {
    Map<T, Integer> first = new HashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      T it = value.apply(nodes.get(i));
      Integer before = first.putIfAbsent(it, i);
      if (before != null) {
        int line = document.line(pointer(before, key));
        throw document.bad(
            pointer(i, key), key + " " + it + " is already taken in line " + line, remedy);
      }
    }
  }

  /** Slots are all different, so a slot of n or more means a hole below. */
  private void checkNoHoles() {
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i).slot() >= nodes.size()) {
        throw document.bad(
            pointer(i, "slot"),
            "slot " + nodes.get(i).slot() + " leaves a hole among " + nodes.size() + " slots",
            "number the slots 0 to " + (nodes.size() - 1) + " without holes");
      }
    }
  }

  private void checkOneKindOfBus() {
    boolean virtual = nodes.getFirst().isVirtual();
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i).isVirtual() != virtual) {
        throw document.bad(
            pointer(i, "serial"),
            "virtual and real serial devices are mixed",
            "a bus is one line: use 'virtual' for all nodes or for none");
      }
    }
  }

  /**
   * Any driver may switch a virtual node, in front of its process; but real nodes are no process.
   */
  private void checkPower() {
    for (int i = 0; i < nodes.size(); i++) {
      NodeSpec node = nodes.get(i);
      PowerSpec power = node.power();
      if (!node.isVirtual() && power.by().equals(PowerSpec.PROCESS)) {
        throw document.bad(
            pointer(i, "power"),
            "power process does not go with serial " + node.serial(),
            "use power 'process' with serial 'virtual' only");
      }
      if (power.by().equals("relay") && !node.wires().containsKey("relay")) {
        throw document.bad(
            pointer(i, "power"),
            "power is by relay, but pins name no relay",
            "add the relay's line: pins: {relay: ...}");
      }
      checkSettings(power, i);
    }
  }

  private void checkSettings(PowerSpec power, int index) {
    Set<String> needed = NEEDED.get(power.by());
    Set<String> allowed = ALLOWED.get(power.by());
    for (String key : needed) {
      if (!power.settings().containsKey(key)) {
        throw document.bad(
            pointer(index, "power"), "power by " + power.by() + " needs " + key, "add " + key);
      }
    }
    for (String key : power.settings().keySet()) {
      if (!needed.contains(key) && !allowed.contains(key)) {
        throw document.bad(
            pointer(index, "power/" + key),
            key + " is nothing to power by " + power.by(),
            "remove it");
      }
    }
  }

  private static String pointer(int index, String key) {
    return "/nodes/" + index + "/" + key;
  }
}
