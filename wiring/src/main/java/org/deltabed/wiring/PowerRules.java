package org.deltabed.wiring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules about what switches the nodes (F41): no two of them hang on one switch. */
final class PowerRules {
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

  /** What others publish below: this testbed, and plugs of the other makes (F38). */
  private static final Set<String> NOT_A_PREFIX =
      Set.of("deltabed", "deltabed-lab", "cmnd", "stat", "tele", "shellies");

  private final List<NodeSpec> nodes;
  private final YamlDocument document;
  private final Map<String, Integer> switches = new HashMap<>();
  private final Map<String, Integer> boards = new HashMap<>();

  private PowerRules(List<NodeSpec> nodes, YamlDocument document) {
    this.nodes = nodes;
    this.document = document;
  }

  /**
   * @param nodes in the order of the file
   */
  static void check(List<NodeSpec> nodes, YamlDocument document) {
    PowerRules rules = new PowerRules(nodes, document);
    for (int i = 0; i < nodes.size(); i++) {
      NodeSpec node = nodes.get(i);
      rules.checkNode(node, i);
      switch (node.power().by()) {
        case "tasmota", "shelly" -> rules.checkTopic(node.power(), i);
        case "usb-relay" -> rules.checkChannel(node.power(), i);
        default -> {} // nothing that two nodes could share unseen
      }
    }
  }

  /**
   * Any driver may switch a virtual node, in front of its process; but real nodes are no process.
   */
  private void checkNode(NodeSpec node, int index) {
    PowerSpec power = node.power();
    if (!node.isVirtual() && power.by().equals(PowerSpec.PROCESS)) {
      throw document.bad(
          pointer(index, ""),
          "power process does not go with serial " + node.serial(),
          "use power 'process' with serial 'virtual' only");
    }
    if (power.by().equals("relay") && !node.wires().containsKey("relay")) {
      throw document.bad(
          pointer(index, ""),
          "power is by relay, but pins name no relay",
          "add the relay's line: pins: {relay: ...}");
    }
    checkSettings(power, index);
  }

  private void checkSettings(PowerSpec power, int index) {
    Set<String> needed = NEEDED.get(power.by());
    Set<String> allowed = ALLOWED.get(power.by());
    for (String key : needed) {
      if (!power.settings().containsKey(key)) {
        throw document.bad(
            pointer(index, ""), "power by " + power.by() + " needs " + key, "add " + key);
      }
    }
    for (String key : power.settings().keySet()) {
      if (!needed.contains(key) && !allowed.contains(key)) {
        throw document.bad(
            pointer(index, "/" + key), key + " is nothing to power by " + power.by(), "remove it");
      }
    }
  }

  /** Else two nodes would hang on one plug, or a plug could speak for others. */
  private void checkTopic(PowerSpec power, int index) {
    String topic = power.setting("topic", "");
    if (namespace(power).equals("shelly 2") && NOT_A_PREFIX.contains(topic)) {
      throw document.bad(
          pointer(index, "/topic"),
          "a plug of the second generation may do all below its topic, and " + topic + " is taken",
          "give the plug another prefix, such as its id: shellyplusplugs-...");
    }
    String plug = namespace(power) + " " + topic;
    once(plug, index, "/topic", "plug " + topic, "give each plug its own topic");
  }

  /** Plugs of one namespace with one topic are one plug. */
  private static String namespace(PowerSpec power) {
    boolean first = power.setting("generation", "1").equals("1");
    return power.by().equals("shelly") ? (first ? "shelly 1" : "shelly 2") : power.by();
  }

  private void checkChannel(PowerSpec power, int index) {
    String device = power.setting("device", "");
    String channel = power.setting("channel", "");
    String what = "channel " + channel + " of " + device;
    once(what, index, "/channel", what, "give each node its own channel");
    String protocol = power.setting("protocol", "lcus");
    Integer before = boards.putIfAbsent(device, index);
    String other = before == null ? protocol : protocolOf(before);
    if (!protocol.equals(other)) {
      throw document.bad(
          pointer(index, power.settings().containsKey("protocol") ? "/protocol" : ""),
          device + " speaks " + other + " in line " + document.line(pointer(before, "")),
          "a board has one protocol: write the same for all its channels");
    }
  }

  private String protocolOf(int index) {
    return nodes.get(index).power().setting("protocol", "lcus");
  }

  private void once(String thing, int index, String key, String spoken, String remedy) {
    Integer before = switches.putIfAbsent(thing, index);
    if (before != null) {
      throw document.bad(
          pointer(index, key),
          spoken + " already switches a node in line " + document.line(pointer(before, key)),
          remedy);
    }
  }

  private static String pointer(int index, String key) {
    return "/nodes/" + index + "/power" + key;
  }
}
