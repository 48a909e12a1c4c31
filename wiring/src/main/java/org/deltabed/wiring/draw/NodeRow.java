package org.deltabed.wiring.draw;

import java.util.List;
import java.util.Set;
import org.deltabed.wiring.NodeSpec;

/**
 * One node, its wires to the coordinator at its left, its adapter at its right, its supply below.
 */
final class NodeRow {
  private static final int HEAD = 50;
  private static final Set<String> SIGNALS = Set.of("ground", "crash", "alive", "sync", "sense");

  private final Sheet sheet;
  private final NodeSpec node;
  private final List<Wire> signals;
  private final PowerLines power;
  private final AdapterBox adapter;
  private final int top;

  /**
   * @param wires this node's
   */
  NodeRow(Sheet sheet, NodeSpec node, List<Wire> wires, int top) {
    this.sheet = sheet;
    this.node = node;
    this.top = top;
    signals = wires.stream().filter(this::isSignal).toList();
    power = new PowerLines(sheet, node, wires, top + HEAD + Place.STEP * signals.size() + 4);
    adapter = new AdapterBox(sheet, node, wires, top + HEAD);
  }

  private boolean isSignal(Wire wire) {
    return SIGNALS.contains(wire.use()) || (node.isVirtual() && wire.use().equals("relay"));
  }

  int bottom() {
    return Math.max(power.bottom(), adapter.bottom());
  }

  void draw() {
    sheet.box("box", Place.NODE, top, Place.NODE_RIGHT - Place.NODE, bottom() - top);
    sheet.text("h", Place.NODE + 8, top + 17, Kit.cut(node.name(), 14));
    sheet.text(
        "e",
        Place.NODE_RIGHT - 8,
        top + 17,
        "id " + node.id() + ", slot " + node.slot() + ", p" + node.process());
    String board = node.isVirtual() ? "a process of this machine" : Kit.board(node.made().board());
    sheet.text(
        "",
        Place.NODE + 8,
        top + 32,
        Kit.cut(board + (node.isVirtual() ? "" : ", " + node.serial()), 35));
    int y = top + HEAD;
    for (Wire wire : signals) {
      signal(wire, y);
      y += Place.STEP;
    }
    power.draw();
    adapter.draw();
  }

  private void signal(Wire wire, int y) {
    sheet.open(wire);
    boolean fromNode = wire.from().place().equals(node.name());
    WireEnd atNode = fromNode ? wire.from() : wire.to();
    WireEnd there = fromNode ? wire.to() : wire.from();
    int start = start(there);
    sheet.wire("", wire.colour(), start, Place.NODE, y);
    String label = wire.label();
    if (there.place().equals(WireList.COORDINATOR)) {
      sheet.text(
          "e",
          Place.COORDINATOR_RIGHT - 8,
          y + 4,
          Kit.cut(wire.use() + " " + Kit.cut(node.name(), 12) + "  " + there.terminal(), 34));
      sheet.text("s", start + 6, y - 6, label);
    } else {
      sheet.dot(start, y);
      sheet.text("s", Place.RESISTOR_NEAR + 44, y - 6, label);
    }
    if (!wire.resistor().isEmpty()) {
      sheet.resistor(fromNode ? Place.RESISTOR_FAR : Place.RESISTOR_NEAR, y, wire.resistor());
    }
    if (!wire.use().equals("ground")) {
      sheet.tip(fromNode ? start : Place.NODE, y, !fromNode);
    }
    sheet.text("s e", Place.NODE - 12, y - 6, label);
    String use = wire.use().equals("ground") ? "" : " " + wire.use();
    sheet.text("", Place.NODE + 8, y + 4, Kit.cut(atNode.terminal(), 18) + use);
    sheet.close();
  }

  private static int start(WireEnd end) {
    return switch (end.place()) {
      case WireList.SYNC_STRIP -> Place.SYNC_RAIL;
      case WireList.GND_STRIP -> Place.GND_RAIL;
      default -> Place.COORDINATOR_RIGHT;
    };
  }
}
