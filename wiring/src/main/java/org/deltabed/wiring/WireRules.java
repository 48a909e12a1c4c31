package org.deltabed.wiring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules about wires, their two ends, and what is virtual (F41). */
final class WireRules {
  private final List<NodeSpec> nodes;
  private final CoordinatorSpec coordinator;
  private final VirtualSpec virtual;
  private final YamlDocument document;

  private WireRules(
      List<NodeSpec> nodes,
      CoordinatorSpec coordinator,
      VirtualSpec virtual,
      YamlDocument document) {
    this.nodes = nodes;
    this.coordinator = coordinator;
    this.virtual = virtual;
    this.document = document;
  }

  /**
   * @param nodes in the order of the file
   */
  static void check(
      List<NodeSpec> nodes,
      CoordinatorSpec coordinator,
      VirtualSpec virtual,
      YamlDocument document) {
    WireRules rules = new WireRules(nodes, coordinator, virtual, document);
    rules.checkLines();
    rules.checkEnds();
    rules.checkDirection();
    rules.checkVirtual();
    rules.checkBench();
    virtual.clocks().forEach(clock -> rules.node(clock.node(), "/virtual/clocks"));
    for (int i = 0; i < virtual.miswired().size(); i++) {
      rules.checkMiswiring(virtual.miswired().get(i), "/virtual/miswired/" + i);
    }
  }

  /**
   * A line of the coordinator's is for one thing only; a node's too, and on a virtual testbed all
   * lines are on one board.
   */
  private void checkLines() {
    Map<String, String> first = new HashMap<>();
    if (coordinator.syncs()) {
      first.put("coordinator " + coordinator.sync(), "/coordinator/sync");
    }
    for (int i = 0; i < nodes.size(); i++) {
      NodeSpec node = nodes.get(i);
      String owner = node.isVirtual() ? "coordinator " : "node " + node.id() + " ";
      for (Map.Entry<String, PinWire> pin : node.wires().entrySet()) {
        String at = "/nodes/" + i + "/pins/" + pin.getKey();
        PinWire wire = pin.getValue();
        take(first, owner, wire.nodeLine(), at);
        if (!owner.equals("coordinator ") || !wire.coordinatorLine().equals(wire.nodeLine())) {
          take(first, "coordinator ", wire.coordinatorLine(), at);
        }
      }
    }
  }

  private void take(Map<String, String> first, String owner, String line, String at) {
    if (line.isEmpty() || isRail(line)) {
      return;
    }
    String before = first.putIfAbsent(owner + line, at);
    if (before != null) {
      throw document.bad(
          at,
          "pin "
              + line
              + " is already "
              + Pointers.spoken(before)
              + " in line "
              + document.line(before),
          "use a line for one thing only");
    }
  }

  /** A supply rail is no line: any number of wires may end there. */
  private static boolean isRail(String line) {
    return line.equals("3V3") || line.equals("5V");
  }

  private void checkEnds() {
    for (int i = 0; i < nodes.size(); i++) {
      for (Map.Entry<String, PinWire> pin : nodes.get(i).wires().entrySet()) {
        String at = "/nodes/" + i + "/pins/" + pin.getKey();
        checkEnds(pin.getKey(), pin.getValue(), at);
      }
    }
  }

  private void checkEnds(String use, PinWire wire, String at) {
    boolean atNode = !wire.nodeLine().isEmpty();
    boolean atCoordinator = !wire.coordinatorLine().isEmpty();
    switch (use) {
      case "relay" -> require(atCoordinator, at, use, "coordinator");
      case "direction" -> require(atNode, at, use, "node");
      case "sync" -> {
        require(atNode, at, use, "node");
        if (!coordinator.syncs()) {
          throw document.bad(
              at, "nothing drives this SYNC wire", "add the line: coordinator: {sync: ...}");
        }
      }
      default -> require(atNode && atCoordinator, at, use, atNode ? "coordinator" : "node");
    }
  }

  private void require(boolean there, String at, String use, String end) {
    if (!there) {
      throw document.bad(
          at, "the wire " + use + " has no end at the " + end, "add '" + end + ": LINE'");
    }
  }

  private void checkDirection() {
    for (int i = 0; i < nodes.size(); i++) {
      boolean byPin = nodes.get(i).made().direction().equals("pin");
      if (byPin != nodes.get(i).wires().containsKey("direction")) {
        throw document.bad(
            "/nodes/" + i + "/" + (byPin ? "direction" : "pins/direction"),
            byPin
                ? "direction is by pin, but pins name no direction"
                : "a direction line is wired, but direction is not 'pin'",
            byPin ? "add the line: pins: {direction: {node: GPIO18}}" : "write direction: pin");
      }
    }
  }

  private void checkVirtual() {
    boolean virtualBus = nodes.getFirst().isVirtual();
    if (!virtualBus && !virtual.equals(VirtualSpec.NONE)) {
      throw document.bad(
          "/virtual", "this testbed is not virtual", "remove it, or use serial: virtual");
    }
    if (coordinator.taps() && coordinator.tap().equals(NodeSpec.VIRTUAL) != virtualBus) {
      throw document.bad(
          "/coordinator/tap",
          "the tap is not on the nodes' bus",
          virtualBus ? "write tap: virtual" : "name the coordinator's own serial device");
    }
  }

  /** Who has a tap sees nodes from outside only, and switches what is in front of them. */
  private void checkBench() {
    for (int i = 0; i < nodes.size(); i++) {
      boolean process = nodes.get(i).power().by().equals(PowerSpec.PROCESS);
      if (coordinator.taps() && process) {
        throw document.bad(
            "/nodes/" + i + "/power",
            "a coordinator with a tap cannot reach into a process",
            "write power: person, or a driver such as relay; or leave coordinator.tap out");
      }
    }
  }

  private void checkMiswiring(Miswiring miswiring, String at) {
    switch (miswiring) {
      case Miswiring.Swapped it -> checkTwo(it.node(), it.other(), it.use(), at);
      case Miswiring.Shorted it -> checkTwo(it.node(), it.other(), it.use(), at);
      case Miswiring.Dead it -> checkTwoEnds(it.node(), it.use(), at);
      case Miswiring.NoTerminator _ -> {}
      case Miswiring.WrongBaudRate it -> node(it.node(), at);
      case Miswiring.ClaimsId it -> {
        node(it.node(), at);
        node(it.claimedId(), at);
      }
    }
  }

  private void checkTwo(int node, int other, String use, String at) {
    if (node == other) {
      throw document.bad(at, "node " + node + " is named twice", "name two nodes");
    }
    checkTwoEnds(node, use, at);
    checkTwoEnds(other, use, at);
  }

  /** What has one name at both ends is one line, and cannot be cut or crossed. */
  private void checkTwoEnds(int id, String use, String at) {
    PinWire wire = node(id, at).wires().get(use);
    boolean shared = use.equals("sync") || use.equals("relay");
    if (wire == null || (!shared && wire.nodeLine().equals(wire.coordinatorLine()))) {
      throw document.bad(
          at,
          "node " + id + " has no wire " + use + " with two ends",
          "write pins: {" + use + ": {node: LINE, coordinator: OTHER}} for it");
    }
  }

  private NodeSpec node(int id, String at) {
    Optional<NodeSpec> node = nodes.stream().filter(it -> it.id() == id).findFirst();
    return node.orElseThrow(
        () ->
            document.bad(
                at,
                "no node has id " + id,
                "use one of " + nodes.stream().map(NodeSpec::id).sorted().toList()));
  }
}
