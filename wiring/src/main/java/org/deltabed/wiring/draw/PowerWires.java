package org.deltabed.wiring.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.PinWire;

/** How the supply reaches a node, past what cuts it. Wires come without numbers. */
final class PowerWires {
  private final List<Wire> wires = new ArrayList<>();
  private final NodeSpec node;
  private final WireEnd socketPlus;
  private final WireEnd socketMinus;

  private PowerWires(NodeSpec node) {
    this.node = node;
    String socket = Kit.supplySocket(node.made().board());
    socketPlus = WireEnd.at(node.name(), socket + " 5 V");
    socketMinus = WireEnd.at(node.name(), socket + " 0 V");
  }

  /**
   * @param relayBoards devices of USB relay boards that have their cable already; this node's is
   *     added
   */
  static List<Wire> of(NodeSpec node, Set<String> relayBoards) {
    PowerWires it = new PowerWires(node);
    switch (node.power().by()) {
      case "relay" -> it.relay();
      case "usb-relay" -> it.usbRelay(relayBoards);
      default -> it.cable();
    }
    return it.wires;
  }

  static String supply(NodeSpec node) {
    return "supply " + node.id();
  }

  static String relay(NodeSpec node) {
    return "relay " + node.id();
  }

  static String cutter(NodeSpec node) {
    return switch (node.power().by()) {
      case "tasmota", "shelly" -> "plug " + node.power().setting("topic", "");
      case "command" -> "switch " + node.id();
      default -> "mains";
    };
  }

  private void relay() {
    PinWire wire = node.wires().get("relay");
    add(
        "relay",
        new WireEnd(WireList.COORDINATOR, "", wire.coordinatorLine()),
        WireEnd.at(relay(node), "IN"),
        wire.colour().isEmpty() ? Ink.usual("relay") : wire.colour());
    throughContact(relay(node));
  }

  private void usbRelay(Set<String> relayBoards) {
    String device = node.power().setting("device", "");
    String board = "relay board";
    if (relayBoards.add(device)) {
      add("usb", new WireEnd(WireList.COORDINATOR, "USB", device), WireEnd.at(board), "usb");
    }
    throughContact(board + " channel " + node.power().setting("channel", ""));
  }

  private void throughContact(String contact) {
    String supply = supply(node);
    add("power", WireEnd.at(supply, "5 V"), WireEnd.at(contact, "COM"), "red");
    add("power", WireEnd.at(contact, "NC"), socketPlus, "red");
    add("power", WireEnd.at(supply, "0 V"), socketMinus, "black");
  }

  private void cable() {
    String cutter = cutter(node);
    if (!cutter.equals("mains")) {
      add("mains", WireEnd.at(cutter), WireEnd.at(supply(node)), "plugged in");
    }
    WireEnd socket = WireEnd.at(node.name(), Kit.supplySocket(node.made().board()));
    add("power", WireEnd.at(supply(node)), socket, "supply cable");
  }

  private void add(String use, WireEnd from, WireEnd to, String colour) {
    wires.add(new Wire("", use, node.name(), from, to, colour, ""));
  }
}
