package org.deltabed.wiring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Rules about the list of nodes that a schema cannot say (F41). */
final class NodeRules {
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
    PowerRules.check(nodes, document);
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

  private static String pointer(int index, String key) {
    return "/nodes/" + index + "/" + key;
  }
}
